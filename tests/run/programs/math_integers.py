#: compare: exact
"""gcd, lcm, comb, perm, factorial, isqrt, prod of ints, floor and ceil of ints."""
import math

import numpy as np
from numpy.typing import NDArray

from lib_errors import caught

from parc import par


def table(out: NDArray[np.int64]):
    for i in par(range(len(out))):
        k = i * i - 40 * i
        out[i, 0] = math.gcd(k, 36)
        out[i, 1] = math.gcd(k, -i, 210)
        out[i, 2] = math.lcm(i, 14)
        out[i, 3] = math.comb(i, 5)
        out[i, 4] = math.comb(60, i % 61)
        out[i, 5] = math.perm(i, 3)
        out[i, 6] = math.factorial(i % 21)
        out[i, 7] = math.isqrt(i * i * i)
        out[i, 8] = math.prod((i, 3, -k))
        out[i, 9] = math.floor(k) + math.ceil(i) + math.trunc(-k)
        out[i, 10] = math.perm(i % 20)


def roots(a: NDArray[np.int64]) -> int:
    wrong = 0
    for i in par(range(len(a))):
        k = int(a[i])
        r = math.isqrt(k)
        if r * r > k or (r < 3037000499 and (r + 1) * (r + 1) <= k):
            wrong += 1
    return wrong


def bad(which: int, k: int) -> int:
    r = 0
    for i in par(range(2)):
        r = math.isqrt(k) if which == 0 else math.factorial(k) if which == 1 else math.comb(k, 2)
    return r


def main():
    out = np.zeros((90, 11), np.int64)
    table(out)
    a = np.array([0, 1, 2, 3, 4, 2**62, 2**63 - 1, 3037000499**2, 3037000499**2 - 1, 2**52 + 1, 94906265**2 - 1])
    return out, roots(a), [caught(bad, w, -1) for w in range(3)], bad(0, 0), bad(1, 0)
