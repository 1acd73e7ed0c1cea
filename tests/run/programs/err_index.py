#: compare: exact
"""Index errors of one, two and three axes, negative and positive, in loads and stores: the axis and the size."""
import numpy as np
from numpy.typing import NDArray

from lib_errors import caught

from parc import par


def load(a: NDArray[np.int64], p: NDArray[np.int64], out: NDArray[np.int64]):
    for i in par(range(len(p))):
        out[i] = a[p[i]]


def cell(m: NDArray[np.float64], r: int, c: int) -> float:
    t = 0.0
    for i in par(range(3)):
        t = float(m[r, c + i])
    return t


def store(m: NDArray[np.float64], k: int):
    for i in par(range(m.shape[0])):
        m[i, i + k] = 1.0


def deep(c: NDArray[np.int8], i0: int, i1: int, i2: int) -> int:
    s = 0
    for k in par(range(2)):
        s += int(c[i0][i1, i2])
    return s


def from_end(a: NDArray[np.int64], n: int) -> int:
    s = 0
    for i in par(range(n)):
        s += int(a[-i])
    return s


def main():
    a, p = np.arange(10), np.arange(3000) % 10
    res = []
    for at, bad in ((0, 10), (1500, -11), (2999, 2**62), (7, -10), (8, -(2**63))):
        q = p.copy()
        q[at] = bad
        res.append(caught(load, a, q, np.zeros(3000, np.int64)))
    m, c = np.arange(12.0).reshape(3, 4), np.zeros((2, 3, 4), np.int8)
    res += [caught(cell, m, r, k) for r, k in ((0, 0), (0, 2), (3, 0), (-4, 0), (0, -5), (2, -3), (-3, 3))]
    res += [caught(store, m.copy(), k) for k in (0, 1, 2, 5, -5)] + [caught(deep, c, *i) for i in ((0, 0, 0), (2, 0, 0), (0, 3, 0), (1, 2, 4), (-1, -4, 0))]
    return res, [caught(from_end, a, n) for n in (10, 11, 12)]
