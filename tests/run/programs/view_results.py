#: compare: exact
"""Arrays as results: new ones, arguments, views of them, several, kept alive after their base is gone."""
import math

import numpy as np
from numpy.typing import NDArray

from parc import par


def made(n: int) -> NDArray[np.float64]:
    out = np.zeros(n)
    for i in par(range(n)):
        out[i] = math.sqrt(i)
    return out


def part(a: NDArray[np.int64], lo: int, hi: int):
    b = a.copy()
    for i in par(range(len(b))):
        b[i] *= 2
    return b[lo:hi], b[::-1], a[lo:hi]


def chosen(a: NDArray[np.int64], b: NDArray[np.int64], first: bool) -> NDArray[np.int64]:
    w = a if first else b
    for i in par(range(len(w))):
        w[i] += 1
    return w


def main():
    views = [part(np.arange(50), lo, hi) for lo, hi in ((3, 9), (9, 3), (-5, 60), (0, 0))]
    a, b = np.arange(5), np.arange(5) * 10
    same = chosen(a, b, True), chosen(a, b, False), chosen(a, b, False)
    views[0][2][0] = 999
    linked = views[0][0][0], views[0][1][-4]
    return made(0), made(1), made(2000), views, same, a, b, linked, same[1] is b or np.shares_memory(same[1], b)
