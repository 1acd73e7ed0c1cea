#: compare: exact
"""One function without annotations called with many types: ints, floats, NumPy scalars, bools, arrays."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def twice(x):
    return x + x


def larger(a, b):
    return a if a > b else b


def ratio(a, b=2):
    return a / b


def calls(a: NDArray[np.int8], f: NDArray[np.float32], out: NDArray[np.float64]):
    for i in par(range(len(a))):
        out[i, 0] = twice(i)
        out[i, 1] = twice(a[i])
        out[i, 2] = twice(f[i])
        out[i, 3] = twice(i / 4)
        out[i, 4] = twice(i > 5)
        out[i, 5] = larger(i, 10) + larger(a[i], np.int8(3)) + larger(f[i], f[0])
        out[i, 6] = ratio(i) + ratio(a[i]) + ratio(f[i], f[0]) + ratio(2.5, b=i + 1)


def results(a: NDArray[np.int8], f: NDArray[np.float32]):
    n = 0
    for i in par(range(3)):
        n += 1
    return twice(n), twice(a[0]), twice(f[0]), twice(2.5), twice(True), ratio(n), ratio(a[0]), ratio(f[0]), larger(a[0], a[1])


def main():
    a, f = (np.arange(120) - 60).astype(np.int8), (np.arange(120) / 3 + 1).astype(np.float32)
    out = np.zeros((120, 7))
    calls(a, f, out)
    return out, results(a, f), results(a[::-1], f)
