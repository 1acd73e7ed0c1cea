#: compare: exact
"""& | ^ ~ << >> of ints of both signs, shifts by 0, 63 and more, negative shift counts raise."""
import numpy as np
from numpy.typing import NDArray

from lib_errors import caught

from parc import par


def bits(a: NDArray[np.int64], b: NDArray[np.int64], out: NDArray[np.int64]):
    for i in par(range(len(a))):
        x, y = int(a[i]), int(b[i])
        out[i, 0] = x & y
        out[i, 1] = x | y
        out[i, 2] = x ^ y
        out[i, 3] = ~x
        out[i, 4] = x >> (i % 70)
        out[i, 5] = (x & 1023) << (i % 40)
        x &= y
        x ^= -1
        x |= 5
        out[i, 6] = x


def shifted(k: int, by: int) -> int:
    r = 0
    for i in par(range(3)):
        r = (k >> by) + (k << by)
    return r


def popcount(a: NDArray[np.int64]) -> int:
    total = 0
    for i in par(range(len(a))):
        x = int(a[i])
        while x != 0:
            x &= x - 1
            total += 1
    return total


def main():
    a = np.array([0, 1, -1, 5, -6, 2**40 + 3, -(2**40) - 9, 2**63 - 1, -(2**62)] * 9)
    out = np.zeros((81, 7), np.int64)
    bits(a, a[::-1], out)
    shifts = [caught(shifted, 0, 200), caught(shifted, -1, 0), caught(shifted, 1, 62), caught(shifted, 7, -1)]
    return out, shifts, popcount(np.abs(a))
