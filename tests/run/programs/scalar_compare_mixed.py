#: compare: exact
"""Comparisons between elements of different dtypes and with Python numbers out of their range."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def pairs(a: NDArray[np.int8], u: NDArray[np.uint64], f: NDArray[np.float32], d: NDArray[np.float64], out: NDArray[np.int64]):
    for i in par(range(len(a))):
        for j in range(len(u)):
            r = (a[i] < f[j]) + 2 * (f[i] < d[j]) + 4 * (u[i] > d[j]) + 8 * (a[i] == d[j])
            out[i, j] = r + 16 * (a[i] > 0.1) + 32 * (f[i] == 0.1) + 64 * (d[i] == 0.1) + 128 * (u[i] >= 7)


def against_python(a: NDArray[np.int16], u: NDArray[np.uint8], out: NDArray[np.int64]):
    for i in par(range(len(a))):
        out[i, 0] = (a[i] < 100000) + 2 * (a[i] > -100000) + 4 * (u[i] > -1) + 8 * (u[i] != 300) + 16 * (u[i] < 255.5)
        out[i, 1] = min(int(a[i]), 5) + max(int(u[i]), -3)
        out[i, 2] = 1 if a[i] else 0


def main():
    a = np.array([0, 1, -1, 127, -128, 7], np.int8)
    u = np.array([0, 1, 2**64 - 1, 2**63, 7, 2**53 + 1], np.uint64)
    d = np.array([0.0, 0.1, -1.0, 1e300, float("nan"), 2.0**63])
    out, p = np.zeros((6, 6), np.int64), np.zeros((6, 3), np.int64)
    pairs(a, u, d.astype(np.float32), d, out)
    against_python(a.astype(np.int16) * 200, np.array([0, 1, 255, 7, 128, 200], np.uint8), p)
    return out, p
