#: compare: exact
#: may-refuse: yes
"""Effects of all iterations before the failing one are done, in arrays, in lists and in earlier loops."""
import numpy as np
from numpy.typing import NDArray

from lib_errors import caught

from parc import par


def rows(m: NDArray[np.int64], bad: int):
    for i in par(range(m.shape[0])):
        for j in range(m.shape[1]):
            m[i, j] += 100
            if i == bad and j == 3:
                m[i, j] = 7
                raise RuntimeError("row")


def two_loops(a: NDArray[np.int64], b: NDArray[np.int64], d: int):
    for i in par(range(len(a))):
        a[i] = i
    for i in par(range(len(b))):
        b[i] = 100 // (i - d)
    for i in par(range(len(a))):
        a[i] = -1


def lists(xs: list[int], ys: list[float], bad: int):
    for i in par(range(len(xs))):
        xs[i] *= 2
        ys[i] = xs[i] / (bad - i)


def main():
    m, a, b = np.zeros((50, 6), np.int64), np.zeros(40, np.int64), np.zeros(60, np.int64)
    xs, ys = list(range(20)), [0.0] * 20
    res = caught(rows, m, 20), caught(two_loops, a, b, 33), caught(lists, xs, ys, 12)
    return res, m[:21], a, b[:33], xs[:13], ys[:12]
