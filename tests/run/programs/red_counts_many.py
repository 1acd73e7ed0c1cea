#: compare: exact
"""Many accumulators of different kinds in one loop, more than a handful."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def statistics(a: NDArray[np.int64]):
    n = pos = neg = zero = even = 0
    total = squares = 0
    lo, hi = 10**9, -(10**9)
    first_hi = -1
    parity = 0
    any_big, all_small = False, True
    last_even = last = -1
    for i in par(range(len(a))):
        x = int(a[i])
        n += 1
        pos += x > 0
        neg += x < 0
        zero += x == 0
        total += x
        squares += x * x
        lo = min(lo, x)
        if x > hi:
            hi = x
            first_hi = i
        parity ^= x & 1
        if x % 2 == 0:
            even += 1
            last_even = i
        any_big |= x > 990
        all_small &= x < 999
        last = x
    return n, pos, neg, zero, even, total, squares, lo, hi, first_hi, parity, any_big, all_small, last_even, last


def main():
    a = np.arange(12345) * 7919 % 2001 - 1000
    return [statistics(v) for v in (a, a[:1], a[:0], a[:999], -a)]
