#: compare: exact
"""A variable that no iteration bound is an UnboundLocalError when it is read after the loop."""
import numpy as np
from numpy.typing import NDArray

from lib_errors import caught

from parc import par


def conditional(a: NDArray[np.int64], key: int) -> int:
    for i in par(range(len(a))):
        if a[i] == key:
            where = i
    return where


def both(n: int):
    for i in par(range(n)):
        t = i * 2
        u = t + 1
    r = t
    return r + u


def deleted_branch(flag: bool, n: int) -> int:
    if flag:
        base = 10
    s = 0
    for i in par(range(n)):
        s += base
    return s


def main():
    a = np.arange(2000) % 100
    res = [caught(conditional, v, k) for v, k in ((a, 7), (a, 100), (a[:0], 0), (a[:1], 0))]
    res += [caught(both, n) for n in (0, 1, 5)]
    return res, [caught(deleted_branch, f, n) for f in (True, False) for n in (0, 2)]
