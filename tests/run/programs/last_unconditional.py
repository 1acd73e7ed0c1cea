#: compare: exact
"""A variable assigned in every iteration has the serial last value after the loop, of every type."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def several(a: NDArray[np.float64], n: int):
    t, k, flag, pair = -1.0, 7, False, (0, 0)
    e = a[0]
    for i in par(range(n)):
        t = float(a[i]) * 2.0
        k = i * i
        flag = i % 2 == 1
        pair = (i, -i)
        e = a[i]
    return t, k, flag, pair, e


def after_updates(n: int) -> tuple[int, int]:
    y = 0
    for i in par(range(n, 0, -3)):
        x = i
        x += 5
        x *= 2
        y = x - i
    return y, n


def through_branches(a: NDArray[np.int64]) -> int:
    v = 0
    for x in par(a):
        if x > 10:
            v = int(x)
        elif x > 5:
            v = -int(x)
        else:
            v = 1000
    return v


def main():
    a = np.arange(4000) / 4.0
    b = np.arange(3000) * 7 % 19
    return [several(a, n) for n in (0, 1, 2, 4000)], [after_updates(n) for n in (0, 1, 7, 3001)], [through_branches(b[:n]) for n in (0, 1, 2, 3000, 2999)]
