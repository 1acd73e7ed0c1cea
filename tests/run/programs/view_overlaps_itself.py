#: compare: exact
"""One argument whose elements share memory: windows and broadcast rows that are written."""
import warnings

import numpy as np
from numpy.typing import NDArray

from parc import par


def halve(m: NDArray[np.float64]):
    for i in par(range(m.shape[0])):
        for j in range(m.shape[1]):
            m[i, j] = m[i, j] * 0.5 + i


def count(v: NDArray[np.int64]):
    for i in par(range(len(v))):
        v[i] += i + 1


def window_sums(m: NDArray[np.float64], out: NDArray[np.float64]):
    for i in par(range(m.shape[0])):
        s = 0.0
        for x in m[i]:
            s += x
        out[i] = s


def main():
    warnings.simplefilter("ignore")
    strided = np.lib.stride_tricks.as_strided
    base, one, apart = np.arange(60.0), np.array([3]), np.arange(60.0)
    halve(strided(base, (20, 5), (16, 8)))
    halve(strided(apart, (10, 3), (40, 8)))
    count(strided(one, (500,), (0,)))
    out = np.zeros(50)
    window_sums(strided(apart, (50, 8), (8, 8)), out)
    return base, apart, one, out
