#: compare: exact
"""Augmented assignment to elements: the result takes the dtype of the element, with its range checked."""
import numpy as np
from numpy.typing import NDArray

from lib_errors import caught

from parc import par


def ints(a: NDArray[np.int32], b: NDArray[np.int32]):
    for i in par(range(len(a))):
        a[i] += b[i]
        a[i] *= 3
        a[i] -= i
        a[i] //= 2
        a[i] %= 1000
        a[i] <<= 2
        a[i] ^= 21
        a[i] |= 1
        a[i] &= 1023
        a[i] >>= 1


def floats(a: NDArray[np.float64], k: int):
    for i in par(range(len(a))):
        a[i] /= k
        a[i] **= 2
        a[i] -= 0.5
        a[i] //= 0.125
        a[i] %= 7


def truncating(a: NDArray[np.int64]):
    for i in par(range(len(a))):
        a[i] *= 1.5
        a[i] /= 2


def overflowing(a: NDArray[np.uint8], k: int):
    for i in par(range(len(a))):
        a[i] += k


def main():
    k = np.arange(1000)
    a, f, t = (k * 31 - 5000).astype(np.int32), k / 3.0, k - 500
    ints(a, a[::-1].copy())
    floats(f, 7)
    truncating(t)
    u = (k % 250).astype(np.uint8)
    return a, f, t, caught(overflowing, u, 100), u, caught(overflowing, u, 300), caught(floats, np.ones(3), 0)
