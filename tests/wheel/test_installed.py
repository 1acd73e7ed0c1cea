"""The wheel at work, on a machine without compilers."""
import os
import signal
import subprocess
import sys
import time

import parc
import pytest

pytestmark = pytest.mark.timeout(1200)  # the first test waits for the wheel

TOTAL = """
import numpy as np
from numpy.typing import NDArray
from parc import par


def total(a: NDArray[np.float64]) -> float:
    s = 0.0
    for i in par(range(a.shape[0]), threads=2):
        s += a[i]
    return s
"""

RACE = """
import numpy as np
from numpy.typing import NDArray
from parc import par


def shift(a: NDArray[np.float64]) -> None:
    for i in par(range(1, a.shape[0])):
        a[i] = a[i - 1]


shift(np.zeros(8))
"""

JIT = """
import numpy as np
import parc


@parc.jit
def total(a):
    s = 0.0
    for i in parc.par(range(a.shape[0])):
        s += a[i]
    return s


print(total(np.ones(1000)))
"""

NUMBA = """
import numba
assert numba.njit(lambda n: n + 1)(1) == 2
"""


def test_versions(environment, tmp_path):
    for command in (["parc"], ["python", "-m", "parc"]):
        done = environment.run(*command, "--version", cwd=tmp_path)
        assert done.returncode == 0, done.stderr
        assert done.stdout.startswith(f"parc {parc.__version__}\n")


def test_start_up_time(environment, tmp_path):
    times = []
    for _ in range(5):
        start = time.perf_counter()
        environment.run("parc", "--version", cwd=tmp_path)
        times.append(time.perf_counter() - start)
    print(f"parc --version: {1000 * min(times):.0f} ms")
    assert min(times) < 1


def test_compile_and_import(environment, tmp_path):
    (tmp_path / "total.py").write_text(TOTAL)
    done = environment.run("parc", "compile", "total.py", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    text = "import numpy, total; print(total.__file__, total.total(numpy.ones(1000)))"
    path, value = environment.python(text, tmp_path).split()
    assert path.endswith(".so")
    assert value == "1000.0"


def test_a_module_works_without_the_wheel(environment, tmp_path):
    (tmp_path / "total.py").write_text(TOTAL)
    assert environment.run("parc", "compile", "total.py", cwd=tmp_path).returncode == 0
    text = f"import sys; sys.path[:0] = [{str(tmp_path)!r}]; import numpy, total; print(total.total(numpy.ones(9)))"
    done = subprocess.run([sys.executable, "-c", text], cwd="/", env={"PATH": ""}, capture_output=True, text=True)
    assert done.stdout == "9.0\n", done.stderr


def test_the_syntax_is_checked_in_the_process(environment, tmp_path):
    (tmp_path / "bad.py").write_text("def f(:\n    pass\n")
    done = environment.run("parc", "check", "bad.py", cwd=tmp_path, PARC_PYTHON="/no/such/python")
    assert done.returncode == 1
    assert "bad.py:1:" in done.stderr
    assert "cannot be run" not in done.stderr


def test_jit(environment, tmp_path):
    (tmp_path / "jit.py").write_text(JIT)
    done = environment.run("python", "jit.py", cwd=tmp_path)
    assert done.stdout == "1000.0\n", done.stderr


def test_race_run(environment, tmp_path):
    (tmp_path / "shift.py").write_text(RACE)
    done = environment.run("parc", "race", "shift.py", cwd=tmp_path)
    assert done.returncode == 66, done.stderr
    assert "PAR" in done.stderr and "a[1]" in done.stderr


def test_interrupt_ends_a_command(environment, tmp_path):
    started = tmp_path / "started"
    compiler = tmp_path / "slow-compiler"
    compiler.write_text(f"#!/bin/sh\n: > {started}\nread line < {tmp_path}/never\n")
    compiler.chmod(0o755)
    os.mkfifo(tmp_path / "never")
    (tmp_path / "total.py").write_text(TOTAL)
    process = subprocess.Popen(
        [environment.bin / "parc", "compile", "total.py"],
        cwd=tmp_path,
        env=environment.variables | {"PARC_CXX": str(compiler)},
        start_new_session=True,
    )
    try:
        deadline = time.monotonic() + 60
        while not started.exists() and time.monotonic() < deadline and process.poll() is None:
            time.sleep(0.02)
        assert started.exists()
        os.killpg(process.pid, signal.SIGINT)
        assert process.wait(timeout=20) == -signal.SIGINT
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


@pytest.mark.parametrize("numba_is_first", [True, False])
def test_beside_another_llvm(environment, tmp_path, numba_is_first):
    pytest.importorskip("numba")
    text = NUMBA + JIT + NUMBA if numba_is_first else JIT + NUMBA + JIT
    (tmp_path / "both.py").write_text(text)
    done = environment.run("python", "both.py", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert set(done.stdout.split()) == {"1000.0"}
