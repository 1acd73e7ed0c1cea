"""Loops that look for something: the largest, the first, whether any, the last."""
import math

import numpy as np
from numpy.typing import NDArray
from parc import par


def largest(a: NDArray[np.float64]) -> tuple[float, int]:
    """The largest element and the first place that has it; (-inf, -1) when there is none."""
    best, where = -math.inf, -1
    for i in par(range(len(a))):
        x = float(a[i])
        if x > best:
            best = x
            where = i
    return best, where


def first_above(a: NDArray[np.float64], limit: float) -> int:
    for i in par(range(len(a))):
        if a[i] > limit:
            return i
    return -1


def has(a: NDArray[np.float64], key: float) -> bool:
    found = False
    for x in par(a):
        if x == key:
            found = True
    return found


def last_below(a: NDArray[np.float64], limit: float, default: float) -> tuple[float, int]:
    """The last element below `limit` and its place."""
    value, where = default, -1
    for i in par(range(len(a))):
        if a[i] < limit:
            value = float(a[i])
            where = i
    return value, where
