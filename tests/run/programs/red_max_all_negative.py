#: compare: exact
"""Maximum of negative numbers, written with if, max and a conditional expression; minimum of positive ones."""
import math

import numpy as np
from numpy.typing import NDArray

from parc import par


def by_if(a: NDArray[np.float64]) -> float:
    m = -math.inf
    for i in par(range(len(a))):
        if a[i] > m:
            m = float(a[i])
    return m


def by_call(a: NDArray[np.float64]) -> tuple[float, float]:
    hi, lo = -1e308, 1e308
    for x in par(a):
        hi = max(hi, float(x))
        lo = min(float(x), lo)
    return hi, lo


def by_expression(a: NDArray[np.int64]) -> int:
    m = -(2**63)
    for i in par(range(len(a))):
        m = int(a[i]) if int(a[i]) > m else m
    return m


def reversed_comparison(a: NDArray[np.int64]) -> tuple[int, int]:
    m, w = int(a[0]), int(a[0])
    for i in par(range(1, len(a))):
        x = int(a[i])
        if m < x:
            m = x
        if x <= w:
            w = x
    return m, w


def main():
    k = np.arange(20000) * 7919 % 10007
    f, n = -1.5 - k / 8.0, -3 - k
    parts = f, f[:1], f[::-1], f[777:780]
    ints = [(by_expression(v), reversed_comparison(v)) for v in (n, n[:1], n[::-3], n + 100)]
    return [(by_if(v), by_call(v)) for v in parts], by_if(f[:0]), by_call(f[:0]), by_expression(n[:0]), ints
