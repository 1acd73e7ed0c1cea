"""Builds sample.py with hand-written native code, as `parc compile` would leave it."""
import hashlib
import os
import pathlib
import re
import shutil
import subprocess
import sys
import sysconfig

import pytest
from parc_command import parc_command, resources

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
CXX = os.environ.get("PARC_TEST_CXX", "clang++-19")


def write_info(path, source, python="%d.%d" % sys.version_info[:2], features=""):
    """The header that sample_kernels.cpp includes."""
    text = source.decode()
    lines = {m[1]: text[: m.start()].count("\n") + 1 for m in re.finditer(r"^def (\w+)", text, re.M)}
    literal = "".join("\\x%02x\"\"" % byte for byte in source)
    defines = [f"#define LINE_{name} {line}" for name, line in lines.items()]
    defines += [f'#define SAMPLE_SOURCE "{literal}"', f'#define SAMPLE_HASH "{hashlib.sha256(source).hexdigest()}"']
    defines += [f'#define SAMPLE_PYTHON "{python}"', f'#define SAMPLE_FEATURES "{features}"']
    path.write_text("\n".join(defines) + "\n")


def build(folder, **info):
    """Puts sample.py, the module and libomp into `folder`."""
    where = resources()
    if where is None or shutil.which(CXX) is None:
        pytest.fail("no libparc_runtime.a, or no compiler: run `make` first")
    source = (HERE / "sample.py").read_bytes()
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "sample.py").write_bytes(source)
    header = folder / "sample_info.h"
    write_info(header, source, **info)
    module = folder / f"sample{sysconfig.get_config_var('EXT_SUFFIX')}"
    shutil.copy(where / "libomp.so.5", folder)
    command = [CXX, "-std=c++20", "-O2", "-fPIC", "-shared", "-fopenmp=libomp", "-fvisibility=hidden", f"-I{ROOT}"]
    command += [f'-DSAMPLE_INFO="{header}"', HERE / "sample_kernels.cpp", where / "libparc_runtime.a", folder / "libomp.so.5"]
    command += ["-nostdlib++", "-l:libstdc++.so.6", "-Wl,-rpath,$ORIGIN", "-Wl,--gc-sections", "-o", module]
    subprocess.run(list(map(str, command)), check=True)
    return module


@pytest.fixture(scope="session")
def sample_folder(tmp_path_factory):
    given = os.environ.get("PARC_SAMPLE_FOLDER")  # a folder built before: saves the compile while developing
    if given:
        return pathlib.Path(given)
    folder = tmp_path_factory.mktemp("sample")
    build(folder)
    return folder


@pytest.fixture(scope="session")
def sample(sample_folder):
    sys.path.insert(0, str(sample_folder))
    import sample

    return sample


def compile_with_parc(*sources):
    if parc_command() is None:
        pytest.fail("there is no parc command; build the project first (make test does)")
    environment = {**os.environ, "PARC_PYTHON": sys.executable}
    done = subprocess.run([parc_command(), "compile", *sources], capture_output=True, text=True, env=environment)
    if done.returncode != 0:
        pytest.fail(done.stderr)


@pytest.fixture(scope="session")
def compiled_folder(tmp_path_factory):
    """A folder with compiled.py, its module and libomp."""
    folder = tmp_path_factory.mktemp("compiled")
    shutil.copy(HERE / "compiled.py", folder)
    compile_with_parc(folder / "compiled.py")
    return folder


@pytest.fixture
def run(sample_folder):
    """Runs Python text in a process of its own that can import `sample`; gives back what it prints."""

    def run_text(text, timeout=60, check=True, **environment):
        keep = {k: v for k, v in os.environ.items() if not k.startswith(("OMP_", "KMP_", "PARC_"))}
        path = os.pathsep.join([str(sample_folder), str(ROOT / "python")])
        done = subprocess.run(
            [sys.executable, "-c", text],
            env={**keep, "PYTHONPATH": path, **environment},
            cwd="/",  # not this folder, which has a sample.py of its own
            capture_output=True,
            text=True,
            timeout=timeout,
        )
        if check:
            assert done.returncode == 0, done.stderr
        return done.stdout.strip() if check else done

    return run_text
