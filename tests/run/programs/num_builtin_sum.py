#: compare: exact
"""The serial sum() of lists, tuples, rows and slices: start values, floats as the interpreter adds them, NumPy items."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def sums(xs: list[float], ks: list[int], m: NDArray[np.float64], b: NDArray[np.int8], out: NDArray[np.float64]):
    for i in par(range(len(out))):
        out[i, 0] = sum(xs)
        out[i, 1] = sum(ks, i)
        out[i, 2] = sum(m[i])
        out[i, 3] = sum((0.1, 0.2, 0.3, i))
        out[i, 4] = sum(b)
        out[i, 5] = sum(xs, 1e16) - 1e16
        out[i, 6] = sum(range(i))


def main():
    xs = [0.1] * 10 + [1e15, 0.25, -1e15]
    m = np.array([[0.1, 0.7, 1e16, -1e16]] * 9)
    out = np.zeros((9, 7))
    sums(xs, [5, -3, 2**40], m, np.full(100, 100, np.int8), out)
    return out
