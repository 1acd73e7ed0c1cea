"""What `compile` writes, and what it never does."""
import os
import signal
import subprocess
import sys
import time

import pytest

from conftest import HEAT, REFUSED, ROOT, SUFFIX
from parc_command import parc_command

MODULE = f"heat{SUFFIX}"


def run_python(folder, code, **variables):
    environment = {**os.environ, "PYTHONPATH": f"{folder}:{ROOT / 'python'}", **variables}
    return subprocess.run([sys.executable, "-c", code], cwd=folder, env=environment, capture_output=True, text=True,
                          timeout=60)


def test_module_beside_the_source(parc):
    parc.write("heat.py", HEAT)
    done = parc("compile", "heat.py", check=0)
    assert parc.names() == sorted(["heat.py", "heat.pyi", MODULE, "libomp.so.5"])
    assert f"wrote {MODULE}" in done.stderr
    run = run_python(parc.folder, "import heat, numpy as np; print(heat.__file__, heat.total(np.ones(10)))")
    assert run.stdout.split() == [str(parc.folder / MODULE), "10.0"], run.stderr


def test_out_dir_and_output(parc):
    parc.write("heat.py", HEAT)
    parc("compile", "--out-dir", "build/native", "heat.py", check=0)
    assert parc.names("build/native") == sorted([MODULE, "heat.pyi", "libomp.so.5"])
    (parc.folder / "other").mkdir()
    parc("compile", "-o", "other/warm.so", "heat.py", check=0)
    run = run_python(parc.folder / "other", "import warm, numpy as np; print(warm.total(np.ones(3)))")
    assert run.stdout.strip() == "3.0", run.stderr
    assert parc.names() == ["build", "heat.py", "other"]


def test_same_bytes_from_everywhere(parc):
    for folder in ("one", "two/deep"):
        parc.write(f"{folder}/heat.py", HEAT)
    parc("compile", "heat.py", cwd=parc.folder / "one", check=0)
    parc("compile", parc.folder / "two/deep/heat.py", check=0)
    first = (parc.folder / "one" / MODULE).read_bytes()
    assert first == (parc.folder / "two/deep" / MODULE).read_bytes()
    parc("compile", "one/heat.py", check=0)
    assert first == (parc.folder / "one" / MODULE).read_bytes()
    assert str(parc.folder).encode() not in first


def test_libraries_and_symbols(parc):
    parc.write("heat.py", HEAT)
    parc("compile", "heat.py", check=0)
    module = str(parc.folder / MODULE)
    needed = subprocess.run(["readelf", "-d", module], capture_output=True, text=True, check=True).stdout
    assert "[libomp.so.5]" in needed and "libgomp" not in needed and "[$ORIGIN]" in needed
    assert "SONAME" not in needed and "libpython" not in needed
    exported = subprocess.run(["nm", "-D", "--defined-only", module], capture_output=True, text=True, check=True).stdout
    assert [line.split()[-1] for line in exported.splitlines()] == ["PyInit_heat"]
    parc("emit", "--stage=object", "-o", "heat.o", "heat.py", check=0)
    undefined = subprocess.run(["nm", "-u", str(parc.folder / "heat.o")], capture_output=True, text=True,
                               check=True).stdout
    assert "parc_loop_begin" in undefined
    assert "Py" not in undefined.replace("PyInit", "")


def test_nothing_is_written_on_errors(parc):
    parc.write("prefix.py", REFUSED)
    parc("compile", "prefix.py", check=1)
    assert parc.names() == ["prefix.py"]


def test_an_old_module_outlives_an_error(parc):
    source = parc.write("heat.py", HEAT)
    parc("compile", "heat.py", check=0)
    before = (parc.folder / MODULE).read_bytes()
    source.write_text(HEAT + "\ndef broken(:\n")
    parc("compile", "heat.py", check=1)
    assert (parc.folder / MODULE).read_bytes() == before
    assert len(parc.names()) == 4


@pytest.mark.parametrize("output", ["/proc/heat.so", "gone/heat.so", "folder.so"])
def test_unwritable(parc, output):
    parc.write("heat.py", HEAT)
    (parc.folder / "folder.so").mkdir()
    done = parc("compile", "-o", output, "heat.py", check=1)
    assert "PAR0005" in done.stderr
    assert [name for name in parc.names() if name.startswith(".")] == []
    assert parc.names("folder.so") == []


def test_unwritable_out_dir(parc):
    parc.write("heat.py", HEAT)
    parc.write("taken", "a file")
    assert "PAR0005" in parc("compile", "--out-dir", "taken", "heat.py", check=1).stderr


def test_leftovers_of_a_killed_compile_are_cleared(parc):
    parc.write("heat.py", HEAT)
    for delay in (0.03, 0.06, 0.09, 0.12, 0.15):
        process = subprocess.Popen([parc_command(), "compile", "heat.py"], cwd=parc.folder,
                                   stderr=subprocess.DEVNULL, start_new_session=True)
        time.sleep(delay)
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    parc.write(f".{MODULE}.parc-999999999", "half a module")
    parc.write(".libomp.so.5.parc-999999999", "half a library")
    (parc.folder / "libomp.so.5").unlink(missing_ok=True)
    parc("compile", "heat.py", check=0)
    assert parc.names() == sorted(["heat.py", "heat.pyi", MODULE, "libomp.so.5"])


def test_compiles_at_once(parc):
    parc.write("heat.py", HEAT)
    processes = [subprocess.Popen([parc_command(), "compile", "heat.py"], cwd=parc.folder, stderr=subprocess.PIPE)
                 for _ in range(4)]
    for process in processes:
        _, errors = process.communicate(timeout=60)
        assert process.returncode == 0, errors
    assert parc.names() == sorted(["heat.py", "heat.pyi", MODULE, "libomp.so.5"])


def test_outside_compiler(parc):
    parc.write("heat.py", HEAT)
    parc("compile", "heat.py", env={"PARC_CXX": "g++"}, check=0)
    run = run_python(parc.folder, "import heat, numpy as np; print(heat.total(np.ones(10)))")
    assert run.stdout.strip() == "10.0", run.stderr
    done = parc("compile", "heat.py", env={"PARC_CXX": "no-such-compiler"}, check=1)
    assert "PAR0803" in done.stderr
    done = parc("compile", "heat.py", env={"PARC_CXX": "false"}, check=70)
    assert "PAR0801" in done.stderr


def test_missing_runtime(parc):
    parc.write("heat.py", HEAT)
    done = parc("compile", "heat.py", env={"PARC_RESOURCE_DIR": str(parc.folder)}, check=1)
    assert "PAR0804" in done.stderr
    assert parc.names() == ["heat.py"]


def test_clean_a_file(parc):
    parc.write("heat.py", HEAT)
    parc.write("cold.py", HEAT)
    parc("compile", "heat.py", "cold.py", check=0)
    parc("clean", "heat.py", check=0)
    assert parc.names() == sorted(["heat.py", "cold.py", "cold.pyi", f"cold{SUFFIX}", "libomp.so.5"])
    parc("clean", "cold.py", check=0)
    assert parc.names() == ["cold.py", "heat.py"]
    parc("clean", "cold.py", check=0)


def test_clean_a_folder_leaves_foreign_files(parc):
    parc.write("heat.py", HEAT)
    parc("compile", "heat.py", check=0)
    foreign = f"other{SUFFIX}"
    parc.write(foreign, b"\x7fELF not really")
    parc.write(f".{MODULE}.parc-999999999", "half")
    done = parc("clean", ".", check=0)
    assert f"removed ./{MODULE}" in done.stderr
    assert parc.names() == sorted(["heat.py", foreign])
    assert "PAR0001" in parc("clean", "gone", check=1).stderr


def test_a_module_is_no_program(parc):
    parc.write("heat.py", HEAT)
    parc("compile", "heat.py", check=0)
    done = subprocess.run([sys.executable, "-m", "heat"], cwd=parc.folder, capture_output=True, text=True, timeout=60)
    assert done.returncode == 1 and "No code object available for heat" in done.stderr
