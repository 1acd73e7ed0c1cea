#: compare: exact
"""A serial loop inside a par loop over rows, and over columns; three axes."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def rows(m: NDArray[np.float64], out: NDArray[np.float64]):
    for i in par(range(m.shape[0])):
        for j in range(m.shape[1]):
            out[i, j] = m[i, j] * 10.0 + i - j


def columns(m: NDArray[np.float64], out: NDArray[np.float64]):
    for j in par(range(m.shape[1])):
        for i in range(m.shape[0]):
            out[i, j] += m[i, j] * (j + 1)


def cube(out: NDArray[np.int64]):
    for i in par(range(out.shape[0])):
        for j in range(out.shape[1]):
            for k in range(out.shape[2]):
                out[i, j, k] = 100 * i + 10 * j + k


def main():
    m = np.arange(35.0).reshape(5, 7)
    out = np.zeros((5, 7))
    rows(m, out)
    columns(m, out)
    c = np.zeros((3, 4, 5), np.int64)
    cube(c)
    empty = np.zeros((0, 4))
    rows(empty, empty.copy())
    rows(empty.T, empty.T.copy())
    return out, c
