"""A compiled module away from home: without parc, compiler and environment, and beside other users of OpenMP."""
import os
import pathlib
import shutil
import subprocess
import sys

import numpy
import pytest
from conftest import CXX, compile_with_parc
from parc_command import resources

TOTAL = """
from parc import par


def total(n: int) -> int:
    s = 0
    for i in par(range(n), threads=2):
        s += i % 5
    return s
"""

JITTED = """
from parc import jit, par


@jit(threads=2)
def ahead(n: int) -> int:
    s = 0
    for i in par(range(n)):
        s += i
    return s


@jit
def later(n):
    return ahead(n)
"""

# A library that uses OpenMP, with a libomp of its own beside it.
OTHER = """
extern "C" int team() {
  int n = 0;
#pragma omp parallel num_threads(2)
#pragma omp atomic
  ++n;
  return n;
}
"""

LIBOMPS = "sorted({line.split()[-1] for line in open('/proc/self/maps') if 'libomp' in line})"


def run_bare(text, *folders, **environment):
    """Runs text in an interpreter that knows nothing but NumPy and these folders."""
    start = f"import sys\nsys.path[:0] = {[str(folder) for folder in folders]}\n"
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", start + text],
        env={"PARC_SMALL": "0", **environment},
        cwd="/",
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


@pytest.fixture(scope="session")
def only_numpy(tmp_path_factory):
    folder = tmp_path_factory.mktemp("only_numpy")
    site = pathlib.Path(numpy.__file__).parents[1]
    for name in ("numpy", "numpy.libs"):
        if (site / name).exists():
            (folder / name).symlink_to(site / name)
    return folder


@pytest.fixture(scope="session")
def deployed(compiled_folder, tmp_path_factory):
    """The two files that the documentation says to copy."""
    folder = tmp_path_factory.mktemp("deployed")
    for path in compiled_folder.iterdir():
        if ".so" in path.name:
            shutil.copy(path, folder)
    assert len(list(folder.iterdir())) == 2
    return folder


@pytest.fixture(scope="session")
def built_apart(tmp_path_factory):
    """Folders of the modules `one` and `two`, and of the library `other`, each with a libomp."""
    folders = []
    for name in ("one", "two"):
        folders.append(tmp_path_factory.mktemp(name))
        (folders[-1] / f"{name}.py").write_text(TOTAL)
        compile_with_parc(folders[-1] / f"{name}.py")
    folders.append(tmp_path_factory.mktemp("other"))
    openmp = shutil.copy(resources() / "libomp.so.5", folders[-1])
    (folders[-1] / "other.cpp").write_text(OTHER)
    command = [CXX, "-O1", "-fPIC", "-shared", "-fopenmp=libomp", "other.cpp", openmp, "-Wl,-rpath,$ORIGIN", "-o", "other.so"]
    subprocess.run(command, cwd=folders[-1], check=True)
    return folders


def test_two_files_and_numpy_are_enough(deployed, only_numpy):
    text = """
import numpy, time
start = time.process_time(); import compiled; spent = time.process_time() - start
print(compiled.light(100000), compiled.light.__parc_native__)
print([name for name in ("LLVM", "clang", "lld") if name in open("/proc/self/maps").read()])
print(sys.modules["parc"].__spec__, spent < 0.05)
try: compiled.failing(numpy.zeros(2), numpy.zeros(2))
except ZeroDivisionError as e: print(e)
"""
    assert run_bare(text, deployed, only_numpy, PATH="/nowhere") == [
        str(sum(i % 7 for i in range(100000))) + " ('(n: int) -> int',)",
        "[]",
        "None True",
        "float division by zero",
    ]


def test_jitted_functions(only_numpy, tmp_path):
    (tmp_path / "jitted.py").write_text(JITTED)
    compile_with_parc(tmp_path / "jitted.py")
    text = """
import jitted, warnings
print(jitted.ahead(3), jitted.ahead.__parc_native__)
warnings.simplefilter("error")
try: jitted.later(3)
except RuntimeWarning as e: print(e)
warnings.simplefilter("ignore")
print(jitted.later(3))
"""
    assert run_bare(text, tmp_path, only_numpy) == [
        "3 ('(n: int) -> int',)",
        "later() ran as Python: it is compiled at its first call, and parc, which does that, is not installed",
        "3",
    ]


def test_other_things_called_parc(deployed, only_numpy, tmp_path):
    (tmp_path / "parc").mkdir()
    assert run_bare("import compiled, parc; print(list(parc.par([2])))", tmp_path, deployed, only_numpy) == ["[2]"]


@pytest.mark.parametrize("order", ["one two other", "other one two", "two other one"])
def test_one_libomp_for_all(built_apart, only_numpy, order):
    text = f"""
import ctypes, os
def use(name):
    if name == "other": return ctypes.CDLL({str(built_apart[2] / "other.so")!r}).team()
    return __import__(name).total(100000)
uses = {order.split()}
print([use(name) for name in uses + uses])
child = os.fork()
if child == 0: os._exit(0 if use("one") == use("two") == 200000 and use("other") == 2 else 1)
print(os.waitpid(child, 0)[1], len({LIBOMPS}))
"""
    found = run_bare(text, *built_apart[:2], only_numpy)
    values = [2 if name == "other" else 200000 for name in order.split()] * 2
    assert found == [str(values), "0 1"]


@pytest.mark.parametrize("setting", ["FALSE", "TRUE"])
def test_fork_where_libomp_was_told_to_ignore_it(built_apart, only_numpy, setting):
    """joblib and scikit-learn set KMP_INIT_AT_FORK=FALSE when they are imported."""
    text = f"""
import os
os.environ["KMP_INIT_AT_FORK"] = "{setting}"
import one
one.total(100000)
child = os.fork()
if child == 0: os._exit(0 if one.total(100000) == 200000 else 1)
print(os.waitpid(child, 0)[1], os.environ["KMP_INIT_AT_FORK"])
"""
    assert run_bare(text, built_apart[0], only_numpy) == [f"0 {setting}"]


def test_module_depends_on_libomp_only(built_apart):
    (module,) = built_apart[0].glob("one.*.so")
    text = subprocess.run(["ldd", module], capture_output=True, text=True, check=True).stdout
    needed = {line.split()[0].split(".so")[0] for line in text.splitlines()}
    assert "libomp" in needed
    assert not [name for name in needed if any(part in name for part in ("gomp", "LLVM", "clang", "python", "iomp"))]
