#: compare: exact
#: may-refuse: yes
"""Spellings of an extreme that a NaN resets, because the item comes first or the comparison is negated."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def item_first(a: NDArray[np.float64], m: float) -> float:
    for i in par(range(len(a))):
        m = max(float(a[i]), m)
    return m


def negated(a: NDArray[np.float64]) -> float:
    m = -1e9
    for i in par(range(len(a))):
        x = float(a[i])
        if not x <= m:
            m = x
    return m


def main():
    a = (np.arange(6000) * 31 % 997 - 2000) / 8.0
    res = []
    for places in ((), (0,), (5999,), (3000,), (10, 4000, 5990)):
        b = a.copy()
        b[list(places)] = np.nan
        res.append((item_first(b, -1e9), negated(b)))
    return res, item_first(a[:0], float("nan")), item_first(a, float("nan"))
