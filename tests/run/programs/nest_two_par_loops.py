#: compare: exact
"""par in par, rectangular and triangular, with code between the loops and after them."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def table(out: NDArray[np.int64]):
    for i in par(range(out.shape[0])):
        for j in par(range(out.shape[1])):
            out[i, j] = i * 1000 + j


def triangle(out: NDArray[np.int64]) -> int:
    n = 0
    for i in par(range(len(out))):
        base = i * i
        for j in par(range(i + 1)):
            out[i, j] = base + j
            n += 1
        out[i, i] -= 1
    return n


def cells(c: NDArray[np.float64]) -> float:
    top = -1.0
    for i in par(range(c.shape[0])):
        for j in par(range(c.shape[1])):
            for k in par(range(c.shape[2])):
                c[i, j, k] = (i + 1) * (j + 2) / (k + 3)
                top = max(top, float(c[i, j, k]))
    return top


def main():
    a, b, c = np.zeros((30, 40), np.int64), np.zeros((25, 25), np.int64), np.zeros((6, 7, 8))
    table(a)
    n = triangle(b)
    top = cells(c)
    return a, n, b, top, c, triangle(b[:0]), cells(c[:, :0])
