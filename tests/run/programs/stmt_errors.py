#: compare: exact
"""Exceptions and search loops in the statement form keep their lines."""
import numpy as np
from numpy.typing import NDArray

from lib_errors import caught

from parc import par


def invert(a: NDArray[np.int64], out: NDArray[np.float64]):
    par i in range(len(a)):
        k = int(a[i])
        out[i] = 1.0 / k


def find(a: NDArray[np.int64], key: int) -> int:
    par i in range(len(a)):
        if a[i] == key:
            return i
    return -1


def first_bad(a: NDArray[np.int64]) -> int:
    at = -1
    par i, x in enumerate(a):
        if x < 0:
            at = i
            break
    return at


def main():
    a = np.arange(1, 3001)
    out = np.zeros(3000)
    res = [caught(invert, a, out), find(a, 1), find(a, 3000), find(a, 0), first_bad(a)]
    a[[1700, 44]] = 0, -2
    res += [caught(invert, a, out), find(a, 0), first_bad(a)]
    return res, out[:1700]
