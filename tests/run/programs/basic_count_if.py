#: compare: exact
"""Counts under conditions; several counters in one loop; a bool added to a counter."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def count(a: NDArray[np.float64], limit: float) -> int:
    n = 0
    for x in par(a):
        if x > limit:
            n += 1
    return n


def three(a: NDArray[np.int64]) -> tuple[int, int, int]:
    neg = zero = pos = 0
    for i in par(range(len(a))):
        if a[i] < 0:
            neg += 1
        elif a[i] == 0:
            zero += 1
        else:
            pos += 1
    return neg, zero, pos


def by_bool(a: NDArray[np.int64]) -> int:
    n = 0
    for i in par(range(len(a))):
        n += bool(a[i] > 3)
    return n


def main():
    a = np.arange(9001) % 13 - 4
    return count(a / 2.0, 1.25), count(np.full(5, np.nan), 0.0), three(a), three(a[:0]), by_bool(a), by_bool(a[:1])
