#: compare: exact
"""Few updates of many elements: each element sees its updates in serial order, so that floats have Python's bits."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def add(b: NDArray[np.int64], w: NDArray[np.float64], h: NDArray[np.float64]):
    for i in par(range(len(b))):
        h[b[i]] += w[i] * 0.1


def two(b: NDArray[np.int64], w: NDArray[np.float64], h: NDArray[np.float64], g: NDArray[np.float32]):
    s = 0
    for i in par(range(len(b)), schedule="guided"):
        h[b[i], b[i] % 3] -= w[i]
        if w[i] > 0.0:
            g[-1 - b[i]] += w[i]
            s += 1
        else:
            g[b[i]] += 1.5
    return s


def strided(b: NDArray[np.int64], w: NDArray[np.float64], h: NDArray[np.float64]):
    for i in par(range(len(b))):
        h[b[i], i % 2] += w[i]


def largest(b: NDArray[np.int64], w: NDArray[np.float64], m: NDArray[np.float64]):
    for i in par(range(len(b))):
        if b[i] % 5 > 0 and w[i] > m[b[i]]:
            m[b[i]] = w[i]


def main():
    n, bins = 30000, 60000
    i = np.arange(n)
    b = i * i % 100003 % bins % (bins // 3) * 3
    w = np.sin(i) * 3.0
    h = np.zeros(bins)
    add(b, w, h)
    h2, g = np.zeros((bins, 3)), np.zeros(bins, np.float32)
    s = two(b, w, h2, g)
    wide = np.zeros((4, 2 * bins))
    strided(b, w, wide.T[::-2])
    m = np.full(bins, -np.inf)
    largest(b, w, m)
    return h, h2, g, s, wide, m
