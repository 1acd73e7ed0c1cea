#: compare: exact
"""Arguments that share memory: the result is that of the serial loop, whatever the overlap."""
import warnings

import numpy as np
from numpy.typing import NDArray

from parc import par


def shift(dst: NDArray[np.int64], src: NDArray[np.int64]):
    for i in par(range(len(src))):
        dst[i] = src[i] + 1


def smooth(dst: NDArray[np.float64], src: NDArray[np.float64]):
    for i in par(range(1, len(src) - 1)):
        dst[i] = 0.5 * src[i] + 0.25 * (src[i - 1] + src[i + 1])


def swap(a: NDArray[np.int64], b: NDArray[np.int64]):
    for i in par(range(len(a))):
        a[i], b[i] = b[i], a[i]


def main():
    warnings.simplefilter("ignore")
    n = 3000
    res = []
    for lo, hi in ((0, 0), (1, 0), (0, 1), (50, 0), (n // 2, 0), (0, n // 2)):
        x, y = np.arange(n) % 7, np.arange(n) % 13 / 4.0
        m = n - max(lo, hi)
        shift(x[lo : lo + m], x[hi : hi + m])
        smooth(y[lo : lo + m], y[hi : hi + m])
        res.append((x, y))
    x = np.arange(n)
    shift(x[::2], x[1::2])
    shift(x[::-1], x)
    swap(x[: n // 2], x[n // 2 :])
    swap(x[1:], x[:-1])
    m = np.arange(49).reshape(7, 7)
    shift(m[3], m[:, 3])
    shift(m.T[1], m[2])
    return res, x, m
