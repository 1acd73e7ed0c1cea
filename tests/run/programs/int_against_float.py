#: compare: exact
"""Comparisons of ints with floats are exact, without rounding the int; arithmetic rounds it."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def compare(a: NDArray[np.int64], f: NDArray[np.float64], out: NDArray[np.int64]):
    for i in par(range(len(a))):
        k = int(a[i])
        for j in range(len(f)):
            x = float(f[j])
            out[i, j] = (k < x) + 2 * (k <= x) + 4 * (k == x) + 8 * (k != x) + 16 * (k > x) + 32 * (k >= x)
            out[i, j] += 64 * (x < k) + 128 * (x == k)


def mixed(a: NDArray[np.int64], out: NDArray[np.float64]):
    for i in par(range(len(a))):
        k = int(a[i])
        out[i, 0] = k + 0.5
        out[i, 1] = 2.0 * k
        out[i, 2] = k - 1e300
        out[i, 3] = k / 4.0 - 1
        out[i, 4] = float(k)


def main():
    a = np.array([0, 1, -1, 2**53, 2**53 + 1, 2**53 + 3, 2**62 + 1, 2**63 - 1, -(2**63), -(2**53) - 1])
    inf = float("inf")
    f = np.array([0.0, -0.0, 1.0, 0.5, -0.5, 2.0**53, 2.0**53 + 2, 2.0**62, 2.0**63, -(2.0**63), 1e300, inf, -inf, float("nan")])
    out, m = np.zeros((10, 14), np.int64), np.zeros((10, 5))
    compare(a, f, out)
    mixed(a, m)
    return out, m
