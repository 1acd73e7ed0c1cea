#: compare: exact
"""np functions of Python ints, floats and bools: the values and the NumPy types of the results."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def kinds(k: int, x: float):
    s = 0
    for i in par(range(3)):
        s += i
    return np.abs(k), np.sqrt(k), np.floor(x), np.maximum(k, 3), np.minimum(x, 1), np.square(k), np.sign(x), np.isnan(x), s


def more(k: int, x: float):
    s = 0
    for i in par(range(3)):
        s += i
    return np.add(k, k), np.multiply(k, x), np.divide(k, 2), np.logical_or(k, 0), np.bitwise_and(k, 6), np.negative(x), np.mod(k, 4), np.power(k, 2)


def in_loop(out: NDArray[np.float64]):
    for i in par(range(len(out))):
        out[i, 0] = np.sqrt(i)
        out[i, 1] = np.maximum(i, 7) - np.minimum(i * 0.5, 3.0)
        out[i, 2] = np.floor(i / 3)
        out[i, 3] = np.abs(5 - i)
        out[i, 4] = np.sqrt(i - 2.0)


def main():
    out = np.zeros((50, 5))
    in_loop(out)
    return kinds(-5, 2.75), kinds(9, -0.5), more(-5, 0.1), more(12, 3.0), out
