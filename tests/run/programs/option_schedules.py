#: compare: exact
"""Every schedule with and without chunk, thread counts, exact and fast reductions of ints: one answer."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def work(i):
    s = 0
    for k in range(i % 50):
        s += k ^ i
    return s


def all_ways(out: NDArray[np.int64]) -> tuple[int, int, int, int, int]:
    n = len(out)
    a = b = c = d = e = 0
    for i in par(range(n), schedule="static"):
        out[i] = work(i)
        a += out[i] % 7
    for i in par(range(n), schedule="dynamic", chunk=3):
        out[i] += work(i + 1)
        b += int(out[i])
    for i in par(range(n), schedule="guided", chunk=2):
        out[i] *= 2
        c = max(c, int(out[i]))
    for i in par(range(n), chunk=100):
        out[i] -= i
        d += 1
    for i in par(range(n), threads=3, reduce="exact"):
        out[i] += 1
        e ^= int(out[i])
    return int(a), b, c, d, e


def trusted(p: NDArray[np.int64], out: NDArray[np.int64]):
    for i in par(range(len(p)), check="trust", threads=1):
        out[p[i]] = i


def proven(out: NDArray[np.int64]):
    for i in par(range(len(out)), check="prove", schedule="guided"):
        out[i] += 5


def main():
    out, q = np.zeros(2500, np.int64), np.zeros(100, np.int64)
    res = all_ways(out)
    trusted(np.arange(100) * 7 % 100, q)
    proven(q)
    return res, out, q, all_ways(out[:0])
