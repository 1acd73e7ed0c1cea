#: compare: exact
"""Reductions, last values and searches in the statement form, nested and with several targets."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def sums(a: NDArray[np.int64]) -> tuple[int, int, int]:
    s, hi, at = 0, -(10**9), -1
    par i, x in enumerate(a):
        s += int(x)
        if x > hi:
            hi = int(x)
            at = i
    return s, hi, at


def table(m: NDArray[np.float64]) -> float:
    top = 0.0
    par i in range(m.shape[0]):
        par j in range(m.shape[1]):
            m[i, j] += i / (j + 1)
            top = max(top, float(m[i, j]))
    return top


def last(n: int) -> int:
    k = -1
    par i in reversed(range(0, n, 3)):
        if i % 2: k = i
    else:
        k -= 1
    return k


def main():
    a, m = np.arange(5000) * 7919 % 1009 - 600, np.zeros((40, 30))
    return [sums(v) for v in (a, a[:1], a[:0])], table(m), m, [last(n) for n in (0, 1, 4, 500)]
