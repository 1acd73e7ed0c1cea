"""Times reductions into elements, and one of the program's own, on 1 and on all threads, beside a serial loop in C++.

The answers are compared: those of ints and of extremes have the same bits everywhere, float sums at every number of
threads. Each figure is the median of interleaved runs.
"""
import ctypes
import importlib
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

import cpp_kernels
import numpy as np
from run import parc_command
from threadpoolctl import threadpool_limits

HERE = pathlib.Path(__file__).resolve().parent
ITEMS = 20_000_000
REPEATS = 9


def main():
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([parc_command(), "compile", "-q", "--out-dir", folder, HERE / "reduction_loops.py"], check=True)
        sys.path.insert(0, folder)
        loops = importlib.import_module("reduction_loops")
        serial = ctypes.CDLL(str(cpp_kernels.Kernels(folder).build("reductions")))
        cpus = len(os.sched_getaffinity(0))
        print(f"| loop over {ITEMS:,} items | C++, serial | parc, 1 thread | parc, {cpus} threads | C++ / parc |")
        print("|---|---|---|---|---|")
        for name, native, by_hand, exact in cases(loops, serial):
            measure(name, native, by_hand, exact, cpus)


def cases(loops, serial):
    random = np.random.default_rng(1)
    for bins in (8, 256, 1_000_000):
        items = random.integers(0, bins, ITEMS)
        yield (f"histogram, {bins:,} bins", lambda items=items, bins=bins: loops.histogram(items, bins),
               lambda items=items, bins=bins: into(np.zeros(bins, np.int64), serial.histogram, items, ITEMS), True)
    rows = random.random((ITEMS // 100, 100))
    yield ("sum of rows of 100", lambda: loops.sum_of_rows(rows),
           lambda: into(np.zeros(100), serial.sum_of_rows, rows, *rows.shape), False)
    keys, values = random.integers(0, 1000, ITEMS), random.random(ITEMS)
    yield ("largest by 1,000 keys", lambda: loops.largest_by_key(keys, values, 1000),
           lambda: into(np.full(1000, -np.inf), serial.largest_by_key, keys, values, ITEMS), True)
    p, q = random.integers(1, 9973, ITEMS), random.integers(0, 9973, ITEMS)
    yield ("maps composed", lambda: np.array(loops.composed(p, q)),
           lambda: into(np.zeros(2, np.int64), serial.composed, p, q, ITEMS), True)


def into(result, function, *arguments):
    """The array after the C++ function stored into it."""
    pointers = [ctypes.c_void_p(a.ctypes.data) if isinstance(a, np.ndarray) else ctypes.c_int64(a)
                for a in (*arguments, result)]
    function(*pointers)
    return result


def measure(name, native, by_hand, exact, cpus):
    def on(threads):
        with threadpool_limits(threads):
            return native()

    ways = [by_hand, lambda: on(1), lambda: on(cpus)]
    answers = [way() for way in ways]
    assert np.array_equal(answers[1], answers[2]), name
    assert np.array_equal(*answers[:2]) if exact else np.allclose(*answers[:2]), name
    times = [[], [], []]
    for _ in range(REPEATS):
        for way, taken in zip(ways, times):
            start = time.perf_counter()
            way()
            taken.append(time.perf_counter() - start)
    by_hand, one, all_of_them = map(statistics.median, times)
    print(f"| {name} | {by_hand * 1e3:.1f} ms | {one * 1e3:.1f} ms | {all_of_them * 1e3:.1f} ms | {by_hand / all_of_them:.2f} |")


if __name__ == "__main__":
    main()
