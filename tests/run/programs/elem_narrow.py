#: compare: exact
"""Elements that a wider number goes into: the store that fails first raises, what fits is the serial result."""
import numpy as np
from numpy.typing import NDArray

from parc import par

from lib_errors import caught


def add(k: NDArray[np.int64], w: NDArray[np.int64], h: NDArray[np.int32]):
    for i in par(range(len(k))):
        h[k[i]] += w[i]


def tiny(k: NDArray[np.int64], w: NDArray[np.int64], h: NDArray[np.int8], g: NDArray[np.int8]):
    for i in par(range(len(k))):
        h[k[i]] -= w[i]
        g[k[i]] += w[i]


def truncated(k: NDArray[np.int64], w: NDArray[np.float64], h: NDArray[np.int64]):
    for i in par(range(len(k))):
        h[k[i]] += w[i]


def halves(k: NDArray[np.int64], w: NDArray[np.float64], h: NDArray[np.float32]):
    for i in par(range(len(k))):
        h[k[i]] = max(h[k[i]], w[i])


def both(k: NDArray[np.int64], w: NDArray[np.int64], h: NDArray[np.int16], d: NDArray[np.int64]):
    for i in par(range(len(k))):
        h[k[i]] += w[i]
        h[k[i]] += 100 // int(d[i])


def main():
    found = []
    for n, bins in ((50, 3), (20000, 3), (20000, 50), (20000, 40000)):
        i = np.arange(n)
        k = i * i % 10007 % bins
        w = i * 7919 % 101 - 50
        h = np.zeros(bins, np.int32)
        add(k, w, h)
        t, g = np.zeros(bins, np.int8), np.zeros(bins, np.int8)
        small = np.where(i % 2 == 0, w % 3, -(w % 3))
        for weights in (small, small * 20, w):
            found.append(caught(tiny, k, weights, t.copy(), g.copy()))
        f = np.zeros(bins, np.int64)
        truncated(k, w / 4.0, f)
        e = np.zeros(bins, np.float32)
        halves(k, w / 3.0, e)
        d = np.ones(n, np.int64)
        found.append(caught(both, k, w, np.zeros(bins, np.int16), d))
        d[n - n // 3] = 0
        found.append(caught(both, k, w, np.zeros(bins, np.int16), d))
        found.append(caught(both, k, w * 100, np.zeros(bins, np.int16), d))
        found.append((h, f, e))
    return found
