#: compare: exact
#: may-refuse: yes
"""Lists of numbers as parameters: iterated, indexed, with len, nested; read only."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def total(xs: list[int]) -> int:
    s = 0
    for x in par(xs):
        s += x
    return s


def weighted(xs: list[float], ks: list[int], out: NDArray[np.float64]):
    for i in par(range(len(xs))):
        out[i] = xs[i] * ks[-i - 1]


def nested(rows: list[list[int]], out: NDArray[np.int64]) -> int:
    longest = 0
    for i, row in par(enumerate(rows)):
        longest = max(longest, len(row))
        for x in row:
            out[i] += x
    return longest


def flags(bs: list[bool]) -> int:
    n = 0
    for k, b in par(enumerate(bs)):
        if b:
            n += k
    return n


def main():
    xs = [k * 37 % 101 - 50 for k in range(2500)]
    out, sums = np.zeros(2500), np.zeros(30, np.int64)
    weighted([x / 4 for x in xs], xs, out)
    rows = [list(range(k % 7)) for k in range(30)]
    return total(xs), total([]), total([2**62, -(2**62)]), out, nested(rows, sums), sums, nested([], sums), flags([x > 0 for x in xs])
