#: compare: exact
"""Functions of the module without annotations, called from the body with several argument types."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def square(x):
    return x * x


def clamp(x, lo, hi):
    if x < lo:
        return lo
    if x > hi:
        return hi
    return x


def poly(x, a, b, c):
    return (a * x + b) * x + c


def floats(a: NDArray[np.float64], out: NDArray[np.float64]):
    for i in par(range(len(a))):
        out[i] = poly(square(a[i]), 0.5, -1.0, i)


def ints(a: NDArray[np.int64], out: NDArray[np.int64]) -> int:
    s = 0
    for i in par(range(len(a))):
        k = clamp(int(a[i]), -3, 9)
        out[i] = square(k) + square(i)
        s += poly(k, 1, 2, 3)
    return s


def main():
    a = np.arange(3000) % 41 - 20
    out, res = np.zeros(3000), np.zeros(3000, np.int64)
    floats(a / 4.0, out)
    return out, ints(a, res), res
