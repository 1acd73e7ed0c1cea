#: compare: exact
"""Extremes over items with NaN and infinities: the spelling decides what a NaN does, as in serial order."""
import math

import numpy as np
from numpy.typing import NDArray

from parc import par


def strict(a: NDArray[np.float64]) -> float:
    m = -math.inf
    for i in par(range(len(a))):
        x = float(a[i])
        if x > m:
            m = x
    return m


def not_less(a: NDArray[np.float64]) -> float:
    m = -math.inf
    for i in par(range(len(a))):
        x = float(a[i])
        if x >= m:
            m = x
    return m


def accumulator_first(a: NDArray[np.float64], m: float) -> float:
    for i in par(range(len(a))):
        m = max(m, float(a[i]))
    return m


def smallest(a: NDArray[np.float64]) -> float:
    m = math.inf
    for i in par(range(len(a))):
        if float(a[i]) < m:
            m = float(a[i])
    return m


def main():
    n = 6001
    plain = (np.arange(n) * 31 % 997 - 2000) / 8.0
    nan_some, nan_first, nan_all, infs = plain.copy(), plain.copy(), np.full(n, np.nan), np.full(n, -np.inf)
    nan_some[[7, 3000, n - 1]] = np.nan
    nan_first[0] = np.nan
    infs[4000] = np.inf
    res = []
    for a in (plain, nan_some, nan_first, nan_all, infs, infs[:10], plain[:0]):
        res.append((strict(a), not_less(a), accumulator_first(a, -1e9), smallest(a)))
    return res, accumulator_first(plain, float("nan")), accumulator_first(nan_all, 3.0)
