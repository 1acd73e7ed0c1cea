"""The runtime under modules that `parc compile` makes: signals, memory, warnings, results."""
import os
import signal
import subprocess
import sys
import time

import pytest
from conftest import ROOT
from parc_command import parc_command


@pytest.fixture
def run_compiled(run, compiled_folder):
    path = os.pathsep.join([str(compiled_folder), str(ROOT / "python")])
    return lambda text, **more: run("import numpy as np, compiled\n" + text, PYTHONPATH=path, **more)


LONG = [
    "light(1 << 33)",
    "light(10**15)",
    "heavy(1 << 20, 1 << 30, np.zeros(1 << 20))",
    "heavy(4, 1 << 50, np.zeros(4))",
    "one_long_iteration(1 << 60)",
    "serial_only(1 << 60)",
    "nested(1 << 24)",
    "fib(90)",
    "many_fibs(60, np.zeros(100, np.int64))",
]


@pytest.mark.parametrize("call", LONG)
@pytest.mark.parametrize("threads", ["1", "2"])
def test_interrupt(compiled_folder, call, threads):
    text = f"""
import time, numpy as np, compiled
print("ready", flush=True)
try: compiled.{call}
except KeyboardInterrupt: print("interrupted", flush=True)
print(compiled.light(1000) == sum(i % 7 for i in range(1000)))
"""
    path = os.pathsep.join([str(compiled_folder), str(ROOT / "python")])
    environment = {**os.environ, "PYTHONPATH": path, "OMP_NUM_THREADS": threads}
    with subprocess.Popen([sys.executable, "-c", text], stdout=subprocess.PIPE, text=True, cwd="/", env=environment) as process:
        try:
            assert process.stdout.readline() == "ready\n"
            time.sleep(0.3)
            process.send_signal(signal.SIGINT)
            sent = time.perf_counter()
            assert process.stdout.readline() == "interrupted\n"
            # 200 ms on an idle machine; the tests share theirs.
            assert time.perf_counter() - sent < 2.0
            assert process.stdout.readline() == "True\n"
        finally:
            process.kill()


def test_calls_do_not_grow(run_compiled):
    text = """
import resource, warnings
warnings.simplefilter("ignore")
xs, out, a = np.zeros(3000), np.zeros(3000), np.arange(3000.0)
def calls(n):
    for _ in range(n):
        try: compiled.failing(xs, out)
        except ZeroDivisionError: pass
        compiled.halves(a, 500); compiled.shift(a[1:], a[:-1]); compiled.scale([1.0, 2.0, 3.0], 2.0)
        for way in (0, 1, 2):
            try: compiled.last_of(a, 2500, way)
            except AssertionError: pass
def memory(): return int(open("/proc/self/statm").read().split()[1]) * resource.getpagesize()
calls(300); before = memory(); calls(2500); print(memory() - before)
"""
    assert int(run_compiled(text, timeout=200)) <= 2 << 20


def test_results_and_tracebacks(run_compiled):
    text = """
import traceback
a = np.arange(6.0)
fresh, tail, same, n = compiled.halves(a, 4)
print(fresh.tolist(), tail.base is a, same is a, n)
try: compiled.failing(np.zeros(3), a)
except ZeroDivisionError as e: print([(f.name, f.line) for f in traceback.extract_tb(e.__traceback__)][1:], e)
"""
    assert run_compiled(text).splitlines() == [
        "[0.0, 0.5, 1.0, 1.5] True True 4",
        "[('failing', 'out[i] = inverse(float(xs[i]))'), ('inverse', 'return 1.0 / x')] float division by zero",
    ]


def test_overlap_warns(run_compiled):
    text = """
import warnings, parc
a = np.arange(100000.0)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    compiled.shift(a[1:], a[:-1])
    compiled.shift(np.zeros(10), a[:10])
print([(w.category is parc.SerialWarning, w.filename.endswith("compiled.py")) for w in caught], a[:3].tolist(), a[-1])
"""
    assert run_compiled(text) == "[(True, True)] [0.0, 1.0, 2.0] 99999.0"


def test_object_has_no_python(compiled_folder):
    text = subprocess.run([parc_command(), "emit", "--stage=cpp", compiled_folder / "compiled.py"], capture_output=True, text=True, check=True)
    assert "Py_" not in text.stdout and "PyObject" not in text.stdout
