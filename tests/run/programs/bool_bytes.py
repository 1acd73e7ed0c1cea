#: compare: exact
"""Bytes other than 0 and 1 in a bool array count as true."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def count(m: NDArray[np.bool_]) -> tuple[int, bool]:
    n, every = 0, True
    for i in par(range(len(m))):
        if m[i]:
            n += 1
        every &= bool(m[i])
    return n, every


def main():
    clean = np.array([0, 1, 1, 0, 1], np.uint8).view(np.bool_)
    odd = np.array([0, 2, 255, 128, 1], np.uint8).view(np.bool_)
    return count(clean), count(odd), count(odd[1:]), count(odd[:0])
