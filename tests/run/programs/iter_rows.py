#: compare: exact
"""Iterating over the first axis of a matrix gives rows; writing through a row writes the matrix."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def row_sums(m: NDArray[np.int64], out: NDArray[np.int64]):
    for i, row in par(enumerate(m)):
        s = 0
        for x in row:
            s += int(x)
        out[i] = s


def scale_rows(m: NDArray[np.float64], by: float):
    for row in par(m):
        for j in range(len(row)):
            row[j] *= by


def pairs(a: NDArray[np.float64], b: NDArray[np.float64], out: NDArray[np.float64]):
    for k, (p, q) in par(enumerate(zip(a, b))):
        out[k] = p[0] * q[1] - p[1] * q[0]


def cubes(c: NDArray[np.int64]) -> int:
    t = 0
    for plane in par(c):
        for row in plane:
            t += int(row[-1])
    return t


def main():
    m = np.arange(600).reshape(40, 15)
    out = np.zeros(40, np.int64)
    row_sums(m, out)
    f, o = m / 8.0, np.zeros(40)
    scale_rows(f, -0.5)
    scale_rows(f.T[::2], 4.0)
    pairs(f[:, :2], f[:, 3:5], o)
    return out, f, o, cubes(m.reshape(8, 15, 5)), cubes(m[:0].reshape(0, 3, 5))
