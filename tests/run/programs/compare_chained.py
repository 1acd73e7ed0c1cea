#: compare: exact
"""Chained comparisons evaluate the middle once and stop early; mixed kinds; in conditions and as values."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def once(counter, k):
    counter[0] += 1
    return k


def between(a: NDArray[np.float64], lo: float, hi: float) -> tuple[int, int, int]:
    inside = edge = odd = 0
    for i in par(range(len(a))):
        if lo <= a[i] < hi:
            inside += 1
        if lo == a[i] == lo or hi == a[i]:
            edge += 1
        odd += 0 < i % 7 < 5 > 2 != i % 3
    return inside, edge, odd


def evaluations(out: NDArray[np.int64]):
    for i in par(range(out.shape[0])):
        row = out[i]
        if 3 < once(row, i) < 8 <= once(row, i + 2) < 100:
            row[1] = 1
        row[2] = 2 > once(row, i) > 0


def main():
    a = np.arange(4000) % 97 / 8.0
    a[[5, 900]] = float("nan")
    out = np.zeros((12, 3), np.int64)
    evaluations(out)
    return between(a, 2.0, 9.5), between(a, 5.0, 5.0), between(a, 9.0, 1.0), out
