#: compare: exact
"""Hundreds of thousands of iterations: sums, counts, a search and an element loop."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def fill(out: NDArray[np.int64]):
    for i in par(range(len(out))):
        out[i] = i * 3 % 1000003


def measure(a: NDArray[np.int64]) -> tuple[int, int, int]:
    s = odd = 0
    hi = -1
    for x in par(a):
        s += int(x)
        odd += int(x) & 1
        hi = max(hi, int(x))
    return s, odd, hi


def find(a: NDArray[np.int64], key: int) -> int:
    for i in par(range(len(a))):
        if a[i] == key:
            return i
    return -1


def main():
    a = np.zeros(4 * 10**5, np.int64)
    fill(a)
    return measure(a[::5]), find(a, 299997), find(a[:300000], 5), a[[0, 1, 333334, 333335, 399999]]
