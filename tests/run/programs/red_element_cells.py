#: compare: exact
"""Updates of the iteration's own element in inner loops are no sharing: sums, extremes and counts per row."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def per_row(m: NDArray[np.int64], s: NDArray[np.int64], hi: NDArray[np.int64], n: NDArray[np.int64]):
    for i in par(range(m.shape[0])):
        for j in range(m.shape[1]):
            s[i] += m[i, j]
            if m[i, j] > hi[i]:
                hi[i] = m[i, j]
            n[i] = n[i] + (m[i, j] % 2)


def per_column(m: NDArray[np.float64], s: NDArray[np.float64]):
    for j in par(range(m.shape[1])):
        for i in range(m.shape[0]):
            s[j] += m[i, j]
        s[j] /= m.shape[0]


def histogram_rows(m: NDArray[np.uint8], h: NDArray[np.int32]):
    for i in par(range(m.shape[0])):
        for x in m[i]:
            h[i, x % 4] += 1


def main():
    m = (np.arange(4000) * 31 % 257 - 300).reshape(80, 50)
    s, hi, n = np.zeros(80, np.int64), np.full(80, -(10**6)), np.zeros(80, np.int64)
    per_row(m, s, hi, n)
    c, h = np.zeros(50), np.zeros((80, 4), np.int32)
    per_column(m / 8.0, c)
    histogram_rows((m % 256).astype(np.uint8), h)
    return s, hi, n, c, h
