#: compare: exact
"""Functions that return before, between and after their loops, in branches, with and without a value."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def before(a: NDArray[np.int64], flag: bool) -> int:
    if not flag:
        return -1
    if len(a) == 0:
        return 0
    s = 0
    for i in par(range(len(a))):
        s += int(a[i])
    if s > 100:
        return s
    for i in par(range(len(a))):
        a[i] = s
    return s * 2


def nothing(a: NDArray[np.int64], k: int):
    if k == 0:
        return
    for i in par(range(len(a))):
        a[i] -= k
    if k == 1:
        return None
    for i in par(range(len(a))):
        a[i] *= k


def picks(x, k):
    for d in range(2, 50):
        if x % d == k:
            return d
        if d * d > x:
            return -d
    return 0


def all_picks(out: NDArray[np.int64]):
    for i in par(range(len(out))):
        out[i] = picks(i * 7 + 1, i % 3)


def main():
    a, small, out = np.arange(50), np.arange(5), np.zeros(400, np.int64)
    all_picks(out)
    res = before(a, True), before(a, False), before(a[:0], True), before(small, True), small.copy()
    return res, [nothing(small, k) for k in (0, 1, 2)], small, out
