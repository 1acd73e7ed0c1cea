#: compare: exact
"""Functions with several results, nested tuples, unpacking into elements, tuples indexed and compared."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def split(x, k):
    return x // k, (x % k, x < k)


def order(a, b, c):
    if a > b:
        a, b = b, a
    if b > c:
        b, c = c, b
    if a > b:
        a, b = b, a
    return a, b, c


def apply(a: NDArray[np.int64], out: NDArray[np.int64]) -> tuple[int, tuple[int, bool]]:
    n, worst = 0, -1
    for i in par(range(len(a))):
        q, (r, small) = split(int(a[i]), 7)
        out[i, 0], out[i, 1], out[i, 2] = order(q, r, i % 5)
        n += small
        worst = max(worst, q)
        pair = split(i, 3)
        out[i, 3] = pair[0] + pair[1][0] * 100 + (pair == (0, (i, True)))
    return n, (worst, n > 10)


def swap_all(a: NDArray[np.int64]) -> tuple[int, ...]:
    x, y, z = 1, 2, 3
    for i in par(range(len(a))):
        x, y, z = i, int(a[i]), i + 1
        x, y, z = z, x, y
        (x, y), z = (y, x), -z
    return x, y, z


def main():
    a, out = np.arange(2000) * 31 % 97, np.zeros((2000, 4), np.int64)
    return apply(a, out), out, swap_all(a), swap_all(a[:0]), apply(a[:1], out[:1])
