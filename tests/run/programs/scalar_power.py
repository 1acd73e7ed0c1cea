#: compare: exact
"""** of NumPy integers: wraps, refuses negative exponents; int beside float elements; float32 squares."""
import numpy as np
from numpy.typing import NDArray

from lib_errors import caught

from parc import par


def ints(a: NDArray[np.int32], e: NDArray[np.int32], out: NDArray[np.int32]):
    for i in par(range(len(a))):
        out[i, 0] = a[i] ** e[i]
        out[i, 1] = a[i] ** 2
        out[i, 2] = a[i] ** 0
        out[i, 3] = 3 ** e[i]


def kinds(a: NDArray[np.int32], f: NDArray[np.float64]):
    n = 0
    for i in par(range(len(a))):
        n += 1
    return a[2] ** 3, f[2] ** 3, a[2] ** f[2], 2.0 ** a[2], a[2] ** 0.5, f[2] ** -1, 2 ** f[1], n


def main():
    a = np.array([0, 1, -1, 2, -3, 7, 1000, -46341], np.int32)
    e = np.array([0, 1, 2, 3, 5, 10, 31, 32], np.int32)
    out = np.zeros((64, 4), np.int32)
    ints(np.repeat(a, 8), np.tile(e, 8), out)
    bad = e.copy()
    bad[5] = -1
    return out, kinds(a[2:], np.array([0.5, 1.5, 2.5])), caught(ints, a, bad, np.zeros((8, 4), np.int32))
