#: compare: exact
"""np.zeros, ones, empty, full and the _like forms with shapes, dtypes and fill values; .copy()."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def make(n: int, m: int):
    a = np.zeros((n, m))
    b = np.ones(n, dtype=np.int32)
    c = np.full((n, 2), 7)
    d = np.full(n, 0.5, dtype=np.float32)
    e = np.empty((m, n), np.int64)
    f = np.zeros(n, bool)
    for i in par(range(n)):
        for j in range(m):
            a[i, j] = i - j
            e[j, i] = i * j
        b[i] += i
        c[i, 1] = i
        d[i] *= i
        f[i] = i > 1
    return a, b, c, d, e, f


def alike(x: NDArray[np.float32], y: NDArray[np.int64]):
    a, b, c, d = np.zeros_like(x), np.empty_like(y), np.full_like(x, 2.5), np.ones_like(y)
    w = x.copy()
    for i in par(range(len(x))):
        a[i] = x[i] + 1
        b[i] = y[i] * 2
        c[i] += x[i]
        d[i] -= y[i]
        w[i] = -w[i]
    return a, b, c, d, w


def main():
    x, y = (np.arange(40) / 4).astype(np.float32), np.arange(40)
    return make(5, 3), make(0, 2), make(1, 0), alike(x, y), alike(x[::-2], y[::2]), x
