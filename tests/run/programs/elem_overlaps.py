#: compare: exact
"""A target that shares memory with what the loop reads, with another target or with itself: serial order."""
import warnings

import numpy as np
from numpy.typing import NDArray
from numpy.lib.stride_tricks import as_strided

from parc import par


def count(b: NDArray[np.int64], h: NDArray[np.int64]):
    for i in par(range(len(b))):
        h[b[i] % len(h)] += 1


def both(b: NDArray[np.int64], g: NDArray[np.int64], h: NDArray[np.int64]):
    for i in par(range(len(b))):
        g[b[i]] += 1
        h[b[i]] *= 3


def lists(xs: list[int], h: list[int]):
    for i in par(range(len(xs))):
        h[xs[i] % len(h)] += 1


def main():
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        a = np.arange(30000) % 1000
        count(a, a)
        b = np.arange(40000) % 100
        count(b[:30000], b[20000:20050])
        g = np.ones(300, np.int64)
        both(np.arange(30000) % 200, g[:200], g[100:])
        both(np.arange(30000) % 200, g[:200], g[:200])
        s = np.zeros(9, np.int64)
        count(np.arange(30000), as_strided(s, (5, ), (0, )))
        count(np.arange(30000), as_strided(s[1:], (12, ), (8, ))[:6])
        xs = list(range(30000))
        lists(xs, xs)
        return a, b, g, s, xs
