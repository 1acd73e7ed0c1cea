"""What the samples share: run a module plain and native, compare the results, print the times.

A sample's `run.py` gives `run()` the name of its module and a function `work(module)` that returns a
pair: values that must have the same bits everywhere, and float reductions, which have the same bits at
every thread count and are within 1e-12 of plain Python.
"""
import argparse
import importlib.util
import os
import pathlib
import pickle
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import time

import numpy as np

REPEATS = 3


def run(file, name, work, title, plain=None):
    """The whole of a sample's command line. `plain` names another module that holds the plain spelling."""
    options = _options(title)
    folder = pathlib.Path(file).resolve().parent
    if options.worker:
        module, results = options.worker
        sys.exit(_worker(module, results, work))
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        native = _native_file(folder, name, scratch) if options.compile else _beside(folder, name)
        print(title)
        want, seconds = _timed(_load(folder / f"{plain or name}.py", plain or name), work, 1)
        print(f"  {'plain Python':<20}{seconds:12.6f} s")
        same, first = True, None
        for threads in options.threads:
            got, took = _in_worker(file, native, threads, scratch)
            first = first or got
            verdict = _verdict(want, got, first)
            same = same and verdict == "identical"
            label = f"native, {threads} thread{'s' if threads != 1 else ''}"
            print(f"  {label:<20}{took:12.6f} s {seconds / took:9.1f} times faster   {verdict}")
    print(f"  results: {'identical' if same else 'DIFFERENT'}")
    return 0 if same else 1


def _options(title):
    parser = argparse.ArgumentParser(description=title)
    parser.add_argument("--compile", action="store_true", help="compile the module into a temporary folder first")
    parser.add_argument("--threads", type=_counts, default=[1, 2, 7], help="thread counts, such as 1,2,7")
    parser.add_argument("--worker", nargs=2, metavar=("MODULE", "RESULTS"), help=argparse.SUPPRESS)
    return parser.parse_args()


def _counts(text):
    return [int(part) for part in text.split(",")]


def _load(path, name):
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def _beside(folder, name):
    path = folder / (name + sysconfig.get_config_var("EXT_SUFFIX"))
    if not path.exists():
        sys.exit(f"{path.name} is not there: run 'parc compile {name}.py' first, or pass --compile")
    return path


def _native_file(folder, name, scratch):
    beside = pathlib.Path(sys.executable).parent / "parc"
    command = str(beside) if beside.exists() else shutil.which("parc")
    if command is None:
        sys.exit("the command parc is not on the path")
    done = subprocess.run([command, "compile", str(folder / f"{name}.py"), "--out-dir", str(scratch)], check=False)
    if done.returncode != 0:
        sys.exit(done.returncode)
    return scratch / (name + sysconfig.get_config_var("EXT_SUFFIX"))


def _timed(module, work, repeats):
    best, result = float("inf"), None
    for _ in range(repeats):
        start = time.perf_counter()
        result = work(module)
        best = min(best, time.perf_counter() - start)
    return result, best


def _in_worker(file, native, threads, scratch):
    """The result and the best time of a fresh process that has `threads` threads."""
    results = scratch / f"results-{threads}"
    environment = os.environ | {"OMP_NUM_THREADS": str(threads)}
    command = [sys.executable, str(file), "--worker", str(native), str(results)]
    done = subprocess.run(command, check=False, env=environment)
    if done.returncode != 0:
        sys.exit(f"the run with {threads} threads ended with {done.returncode}")
    return pickle.loads(results.read_bytes())


def _worker(native, results, work):
    module = _load(native, pathlib.Path(native).name.split(".")[0])
    if not hasattr(module, "__parc_native__"):
        sys.exit(f"{native} is not a module that parc compiled")
    pathlib.Path(results).write_bytes(pickle.dumps(_timed(module, work, REPEATS)))
    return 0


def _verdict(want, got, first):
    if not _same(want[0], got[0]):
        return "differs from plain Python"
    if not _same(first, got):
        return "differs between thread counts"
    if not all(abs(x - y) <= 1e-12 * abs(x) for x, y in zip(want[1], got[1], strict=True)):
        return "a reduction is too far from plain Python"
    return "identical"


def _same(one, other):
    """Same types and same bits, at every depth of tuples and lists."""
    if type(one) is not type(other):
        return False
    if isinstance(one, (tuple, list)):
        return len(one) == len(other) and all(map(_same, one, other))
    if isinstance(one, (np.ndarray, np.generic, float, complex)):
        one, other = np.asarray(one), np.asarray(other)
        return one.dtype == other.dtype and one.shape == other.shape and one.tobytes() == other.tobytes()
    return one == other
