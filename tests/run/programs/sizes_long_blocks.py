#: compare: exact
"""More iterations than there may be parts: a block then has many, here some, of one strip each."""
import numpy as np
from numpy.typing import NDArray

from parc import par

import lib_errors


def totals(a: NDArray[np.float64], inner: NDArray[np.int64]) -> tuple[float, int, int, int]:
    s = 0.0
    n = bits = 0
    p = 1
    for i in par(range(len(a))):
        for _ in range(inner[i]):
            s += a[i]
            n -= i
            bits ^= i * 7
            p *= 1 - 2 * (i % 2)
    return float(s), n, bits, p


def extremes(a: NDArray[np.float64], inner: NDArray[np.int64]) -> tuple[float, int, float, int, bool, bool, int]:
    hi, first = -1.0, -1
    lo, last = 1e9, -1
    any_odd, all_small = False, True
    at = -5
    for i in par(range(len(a))):
        x = 0.0
        for _ in range(inner[i]):
            x = float(a[i])
        if x > hi:
            hi = x
            first = i
        if x <= lo:
            lo = x
            last = i
        if x % 2.0 == 1.0:
            any_odd = True
        all_small = all_small and x < 1000.0
        if x == 77.0:
            at = i
    return hi, first, lo, last, any_odd, all_small, at


def leave(inner: NDArray[np.int64], stop: int, by_return: bool) -> tuple[int, int, int]:
    s = 0
    seen = -1
    for i in par(range(len(inner))):
        for _ in range(inner[i]):
            s += i
        if i % 3 == 0:
            seen = i
        if i == stop:
            if by_return:
                return -1, i, 0
            break
    return s, seen, i


def fail(inner: NDArray[np.int64], bad: int) -> int:
    s = 0
    for i in par(range(len(inner))):
        for _ in range(inner[i]):
            s += 1
        assert i < bad, f"{i}"
    return s


def rows(a: NDArray[np.float64], inner: NDArray[np.int64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    made = np.zeros(1)
    seen = a[:1]
    for i in par(range(len(a))):
        for _ in range(inner[i]):
            seen = a[i : i + 2]
        if i % 1000 == 7:
            made = np.full(3, i * 1.0)
    return made, seen


def early(n: int, stop: int) -> tuple[int, int, int]:
    count = 0
    last = -1
    for i in par(range(n)):
        count += 1
        last = i
        if i >= stop:
            break
    return count, last, i


def nested(n: int, m: int, inner: NDArray[np.int64]) -> int:
    s = 0
    for i in par(range(n)):
        for j in par(range(m)):
            for _ in range(inner[j]):
                s += i ^ j
    return s


def main():
    n = 40003
    a = np.arange(n) * 7919 % 997 / 1.0
    one = np.ones(n, np.int64)
    out = [totals(a, one), totals(a[:16385], one), totals(a[:16384], one), extremes(a, one)]
    for stop in (0, 1, 2, 3, 4, 4095, 16384, 20001, 40002, 50000):
        out += [leave(one, stop, False), leave(one, stop, True), lib_errors.spot(fail, one, stop)]
    out += rows(a, one)
    for many in (10**9, 10**15, 2**63 - 1):
        out += [early(many, 5), early(many, 30000)]
    return out, nested(3, 20000, one)
