#: compare: exact
"""float32 overflow to inf, subnormals, NaN, signed zeros; sums and products of float32 items."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def table(v: NDArray[np.float32], out: NDArray[np.float32]):
    for i in par(range(len(v))):
        for j in range(len(v)):
            out[i, j, 0] = v[i] + v[j]
            out[i, j, 1] = v[i] * v[j]
            out[i, j, 2] = v[i] / v[j]
            out[i, j, 3] = max(v[i], v[j])
            out[i, j, 4] = v[i] % v[j]
            out[i, j, 5] = v[i] ** 2


def accumulate(v: NDArray[np.float32]):
    s = np.float32(0)
    p = np.float32(1)
    for x in par(v):
        s += x
        p *= x
    return s, p


def from_int(n: int, out: NDArray[np.float32]):
    for i in par(range(len(out))):
        out[i] = n + i


def main():
    inf = float("inf")
    v = np.array([0.0, -0.0, 1.0, -2.5, 3e38, -3e38, 1e-45, 1.5e-39, inf, -inf, float("nan")], np.float32)
    out, n = np.zeros((11, 11, 6), np.float32), np.zeros(40, np.float32)
    table(v, out)
    from_int(2**24 - 20, n)
    return out, n, accumulate(np.full(4000, 0.5, np.float32)), accumulate(v[:1]), accumulate(v[:0])
