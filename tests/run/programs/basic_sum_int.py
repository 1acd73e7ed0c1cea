#: compare: exact
"""A sum of Python ints, of the loop variable and of elements made Python ints."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def triangle(n: int) -> int:
    s = 0
    for i in par(range(n)):
        s += i
    return s


def elements(a: NDArray[np.int64]) -> int:
    s = 0
    for i in par(range(len(a))):
        s += int(a[i])
    return s


def from_start(a: NDArray[np.int32], start: int) -> int:
    for x in par(a):
        start += int(x) * 3
    return start


def main():
    a = np.arange(5000) * 37 % 1001 - 500
    small = [triangle(n) for n in (-3, 0, 1, 2, 10, 9999)]
    return small, elements(a), elements(a[:1]), elements(a[:0]), from_start(a.astype(np.int32), -7)
