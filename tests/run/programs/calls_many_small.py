#: compare: exact
"""Thousands of calls with tiny loops, and functions called again with other sizes and types of view."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def add(a: NDArray[np.int64], k: int) -> int:
    s = 0
    for i in par(range(len(a))):
        a[i] += k
        s += int(a[i])
    return s


def main():
    a = np.zeros(12, np.int64)
    total = 0
    for k in range(3000):
        total += add(a[: k % 13], k % 5 - 2)
        if k % 7 == 0:
            total -= add(a[::-3], 1)
    return total, a
