#: compare: exact
"""Bounds are evaluated once, before the loop; what the body assigns to them changes nothing."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def moving_stop(n: int) -> tuple[int, int]:
    stop = n
    count = 0
    for i in par(range(stop)):
        stop = i - 5
        count += 1
    return count, stop


def own_name(out: NDArray[np.int64]) -> int:
    i = len(out)
    for i in par(range(i)):
        out[i] = i
    return i


def reassigned(out: NDArray[np.int64]) -> int:
    for i in par(range(len(out))):
        k = i
        i = i * 2 + 1
        out[k] = i
    return i


def inner(n: int) -> int:
    s = 0
    for i in par(range(n)):
        m = i
        for j in range(m):
            m = 0
            s += j
        s += m
    return s


def main():
    a, b = np.zeros(50, np.int64), np.zeros(50, np.int64)
    return moving_stop(1000), moving_stop(0), own_name(a), a, own_name(a[:0]), reassigned(b), b, [inner(k) for k in (0, 1, 2, 9)]
