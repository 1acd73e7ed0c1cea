#: compare: exact
"""An extreme of some elements only: a second condition in the same if, a continue before it, two at once."""
import math

import numpy as np
from numpy.typing import NDArray

from parc import par


def guarded(a: NDArray[np.float64], ok: NDArray[np.bool_]) -> tuple[float, int]:
    best, at = -1e300, -1
    for i in par(range(len(a))):
        if ok[i] and a[i] > best:
            best = float(a[i])
            at = i
    return best, at


def skipped(a: NDArray[np.float64]) -> tuple[float, int, int]:
    low, at, n = 1e300, -1, 0
    for i in par(range(len(a))):
        if a[i] != a[i]:
            continue
        n += 1
        if a[i] < low:
            low = float(a[i])
            at = i
    return low, at, n


def both(a: NDArray[np.float64]) -> tuple[float, int, float, int]:
    lo, lo_at, hi, hi_at = math.inf, -1, -math.inf, -1
    for i in par(range(len(a) - 1, -1, -1)):
        x = float(a[i])
        if x < lo:
            lo = x
            lo_at = i
        if x > hi:
            hi = x
            hi_at = i
    return lo, lo_at, hi, hi_at


def main():
    a = (np.arange(9000) * 7919 % 4001 - 5000) / 8.0
    b = a.copy()
    b[[0, 5, 4444, 8999]] = np.nan
    masks = a > -500, a < -1e9, np.arange(9000) == 8999
    return [guarded(v, m) for v in (a, b) for m in masks], skipped(a), skipped(b), skipped(b[:1]), both(a), both(b), both(a[:0])
