#: compare: exact
"""Matrix products in three loop orders, with transposed views and integer matrices."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def rows(a: NDArray[np.float64], b: NDArray[np.float64]) -> NDArray[np.float64]:
    out = np.zeros((a.shape[0], b.shape[1]))
    for i in par(range(a.shape[0])):
        for k in range(a.shape[1]):
            f = a[i, k]
            for j in range(b.shape[1]):
                out[i, j] += f * b[k, j]
    return out


def cells(a: NDArray[np.float64], b: NDArray[np.float64], out: NDArray[np.float64]):
    for i in par(range(a.shape[0])):
        for j in par(range(b.shape[1])):
            s = 0.0
            for k in range(a.shape[1]):
                s += a[i, k] * b[k, j]
            out[i, j] = s


def columns(a: NDArray[np.int64], b: NDArray[np.int64], out: NDArray[np.int64]):
    for j in par(range(b.shape[1])):
        for i in range(a.shape[0]):
            s = 0
            for x, y in zip(a[i], b[:, j]):
                s += int(x) * int(y)
            out[i, j] = s


def main():
    k = np.arange(24 * 30)
    a, b = (k % 17 - 8).reshape(24, 30), (k % 13 - 6).reshape(30, 24)
    out, n = np.zeros((24, 24)), np.zeros((24, 24), np.int64)
    cells(a / 3.0, b / 7.0, out)
    columns(a, b, n)
    return rows(a / 3.0, b / 7.0), out, n, rows(b.T / 2.0, a.T[:, ::3] / 5.0), rows(a[:0] / 1.0, b / 1.0)
