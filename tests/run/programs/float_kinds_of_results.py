#: compare: exact
"""Which float a function hands back: Python's or NumPy's, from literals, elements, math and mixes of them."""
import math

import numpy as np
from numpy.typing import NDArray

from parc import par


def kinds(a: NDArray[np.float64], x: float):
    s = 0.0
    for i in par(range(len(a))):
        s = max(s, float(a[i]))
    return s, a[0], float(a[0]), a[0] + 1, x * a[1], x + 1, math.sqrt(x), -a[0], a[0] ** 2, x**2, abs(a[0]), 1 / a[1]


def rounds(a: NDArray[np.float64], x: float):
    n = 0
    for i in par(range(len(a))):
        n += 1
    return round(x), round(x, 1), a[0] > x, x > 1, a[0] == a[0], int(a[1]), bool(a[0]), divmod(x, 2), a[0] // 2, n / 2


def item_or_start(a: NDArray[np.float64]):
    best = -1.0
    for i in par(range(len(a))):
        if a[i] > best:
            best = a[i]
    return best


def chosen(a: NDArray[np.float64], flag: bool):
    y = 2.0
    for i in par(range(len(a))):
        y = a[i] if flag else 3.0
    return y


def main():
    a = np.array([-2.5, 4.0, 0.5])
    best = [item_or_start(v) for v in (a, a[:1], a[:0])]
    return kinds(a, 2.25), rounds(a, 2.25), best, [chosen(v, f) for v in (a, a[:0]) for f in (True, False)]
