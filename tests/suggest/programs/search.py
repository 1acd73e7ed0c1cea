"""Searches and counts."""
import numpy as np
from numpy.typing import NDArray

I = NDArray[np.int64]


def first_above(a: I, limit: int) -> int:
    for i in range(len(a)):  # par
        if a[i] > limit:
            return i
    return -1


def has(a: I, key: int) -> bool:
    found = False
    for x in a:  # par
        if x == key:
            found = True
    return found


def compact(a: I, out: I) -> int:
    k = 0
    for i in range(len(a)):  # serial
        if a[i] > 0:
            out[k] = a[i]
            k += 1
    return k


def primes(n: int) -> int:
    count = 0
    for k in range(2, n):  # par
        is_prime = True
        d = 2
        while d * d <= k:
            if k % d == 0:
                is_prime = False
                break
            d += 1
        if is_prime:
            count += 1
    return count


def example():
    a = np.arange(3000) * 7 % 1001
    return first_above(a, 990), has(a, 500), has(a, -1), primes(2000)
