#: compare: exact
"""Counts into few, many and very many elements, of all integer types: they wrap as NumPy's do."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def count(b: NDArray[np.int64], h: NDArray[np.int64]):
    for i in par(range(len(b))):
        h[b[i]] += 1


def weigh(b: NDArray[np.int64], w: NDArray[np.int64], h: NDArray[np.int64]):
    for i in par(range(len(b))):
        h[b[i]] = w[i] * 3 - 1 + h[b[i]]


def up_and_down(b: NDArray[np.int64], w: NDArray[np.int64], h: NDArray[np.int64]):
    for i in par(range(len(b))):
        if w[i] % 3 == 0:
            h[b[i]] -= w[i]
        else:
            h[b[i]] = h[b[i]] + w[i] - i


def narrow(b: NDArray[np.int64], h: NDArray[np.int8], u: NDArray[np.uint8], v: NDArray[np.uint16]):
    for i in par(range(len(b))):
        h[b[i]] += 7
        u[b[i]] += b[i]
        v[-1 - b[i]] *= 3


def unsigned(b: NDArray[np.int64], w: NDArray[np.uint32], h: NDArray[np.uint64], k: NDArray[np.uint32]):
    for i in par(range(len(b))):
        h[b[i]] -= w[i]
        k[b[i]] *= w[i]


def keys(n, bins):
    i = np.arange(n)
    return (i * i * 31 + i * 7) % 1000003 % bins


def main():
    found = []
    for n, bins in ((0, 3), (9, 3), (1000, 5), (30000, 1), (30000, 8), (30000, 256), (30000, 9000), (30000, 200000)):
        b = keys(n, bins)
        h = np.arange(bins)
        count(b, h)
        w = (np.arange(n) * 7919) % 10007 - 5000
        k = np.zeros(bins, np.int64)
        weigh(b, w, k)
        up_and_down(b, w, k)
        s, u, v = np.zeros(bins, np.int8), np.zeros(bins, np.uint8), np.ones(bins, np.uint16)
        narrow(b, s, u, v)
        q, r = np.zeros(bins, np.uint64), np.ones(bins, np.uint32)
        unsigned(b, (w % 1009 + 1).astype(np.uint32), q, r)
        found.append((h, k, s, u, v, q, r))
    big = np.full(5, 2**62)
    weigh(keys(30000, 5), np.full(30000, 2**61), big)
    return found, big
