#: compare: exact
#: may-refuse: yes
"""Steps up and down, uneven ends, starts beyond stops; the visited indices are marked in an array."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def mark(out: NDArray[np.int64], start: int, stop: int, step: int) -> tuple[int, int]:
    n = 0
    last = 99999
    for i in par(range(start, stop, step)):
        out[i] += 1
        n += 1
        last = i
    return n, last


def main():
    cases = ((0, 10, 1), (0, 10, 3), (0, 9, 3), (9, -1, -1), (9, 0, -2), (8, -1, -4), (3, 3, 1), (5, 2, 1), (2, 5, -1), (-5, 5, 2), (-1, -9, -3), (4, 5, 100), (4, 3, -100))
    res = []
    for start, stop, step in cases:
        out = np.zeros(10, np.int64)
        res.append((mark(out, start, stop, step), out))
    return res
