#: compare: exact
"""Lengths around powers of two: sums, last values, first extremes, flags, searches and errors at every edge."""
import numpy as np
from numpy.typing import NDArray

from lib_errors import caught

from parc import par


def survey(a: NDArray[np.int64], key: int):
    s, last, hi, at, n, hit = 0, -1, -(10**9), -1, 0, False
    for i in par(range(len(a))):
        s += int(a[i]) * (i % 3)
        last = i
        if a[i] > hi:
            hi = int(a[i])
            at = i
        n += 1
        if a[i] == key:
            hit = True
    return s, last, hi, at, n, hit


def find(a: NDArray[np.int64], key: int) -> int:
    for i in par(range(len(a))):
        if a[i] == key:
            return i
    return -1


def check(a: NDArray[np.int64], key: int) -> int:
    for i in par(range(len(a))):
        assert a[i] != key, f"{i}"
    return len(a)


def main():
    res = []
    for n in (1, 2, 15, 16, 17, 31, 255, 256, 257, 1023, 1024, 1025, 2047, 2048, 2049, 4095, 4096, 4097, 8193):
        a = np.arange(n) * 7919 % 10007
        for at in {0, n // 2, n - 1}:
            b = a.copy()
            b[at] = 20000
            res.append((survey(b, 20000), find(b, 20000), caught(check, b, 20000)[:2]))
        res.append((survey(a, -1), find(a, -1), check(a, -1)))
    return res
