#: compare: float-reduction
"""Sums and products of floats into elements: the same bits at every thread count."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def add(b: NDArray[np.int64], w: NDArray[np.float64], h: NDArray[np.float64]):
    for i in par(range(len(b))):
        h[b[i]] += w[i] * 0.1


def mixed(b: NDArray[np.int64], w: NDArray[np.float64], h: NDArray[np.float64], p: NDArray[np.float64]):
    for i in par(range(len(b))):
        h[b[i]] = h[b[i]] - w[i] + 0.5
        if i % 1000 == 3:
            p[b[i] % 7] *= 1.0 + w[i] / 64.0
        elif i % 1000 == 4:
            p[b[i] % 7] /= 1.25


def single(b: NDArray[np.int64], w: NDArray[np.float64], h: NDArray[np.complex128]):
    for i in par(range(len(b))):
        h[b[i]] += w[i] + 1j * i


def cells(a: NDArray[np.float64]) -> NDArray[np.float64]:
    acc = np.zeros(2)
    for i in par(range(len(a))):
        acc[0] += a[i]
        acc[1] += a[i] * a[i]
    return acc


def with_scalars(b: NDArray[np.int64], w: NDArray[np.float64], h: NDArray[np.float64]):
    total, most, at, last = 0.0, -1.0, -1, 0.0
    for i in par(range(len(b)), schedule="dynamic", chunk=100):
        h[b[i]] += w[i]
        total += w[i]
        if w[i] > most:
            most = w[i]
            at = i
        last = w[i]
    return float(total), float(most), at, float(last)


def main():
    found = []
    for n, bins in ((20, 3), (40000, 1), (40000, 10), (40000, 3000), (200000, 20)):
        i = np.arange(n)
        b = i * 7919 % 1009 % bins
        w = 2.0 + np.sin(i)
        h, p = np.zeros(bins), np.ones(7)
        add(b, w, h)
        mixed(b, w, h, p)
        c = np.zeros(bins, np.complex128)
        single(b, w, c)
        found.append((h, p, c, cells(w), with_scalars(b, w, h)))
    return found
