#: compare: exact
"""reversed of ranges, arrays, enumerations of them; the order shows in the last value."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def last_of_reversed(a: NDArray[np.int64]) -> int:
    last = -1
    for x in par(reversed(a)):
        last = int(x)
    return last


def over_range(start: int, stop: int, step: int) -> tuple[int, int]:
    last, n = -999, 0
    for i in par(reversed(range(start, stop, step))):
        last = i
        n += 1
    return last, n


def numbered(a: NDArray[np.int64], out: NDArray[np.int64]):
    for k, x in par(enumerate(reversed(a))):
        out[k] = x


def serial(a: NDArray[np.int64], out: NDArray[np.int64]):
    for i in par(range(len(out))):
        h = 0
        for x in reversed(a[:i]):
            h = (h * 31 + int(x)) % 100003
        out[i] = h


def main():
    a = np.arange(1000) * 7 % 101
    out, s = np.zeros(1000, np.int64), np.zeros(60, np.int64)
    numbered(a, out)
    serial(a, s)
    ranges = [over_range(*r) for r in ((0, 10, 1), (0, 10, 3), (10, 0, -3), (5, 5, 1), (-7, 8, 5))]
    return last_of_reversed(a), last_of_reversed(a[:1]), last_of_reversed(a[:0]), ranges, out, s
