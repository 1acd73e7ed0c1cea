#: compare: exact
"""Only some iterations assign: the last assignment in serial order wins, or the old value stays."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def last_match(a: NDArray[np.int64], key: int) -> tuple[int, int]:
    where, what = -1, 0
    for i in par(range(len(a))):
        if a[i] % 100 == key:
            where = i
            what = int(a[i])
    return where, what


def two_places(a: NDArray[np.int64]) -> int:
    code = 5
    for i in par(range(len(a) - 1, -1, -1)):
        if a[i] == 3:
            code = 1000 + i
        if a[i] == 4:
            code = -i
    return code


def types(a: NDArray[np.float64], limit: float):
    x, hit, pair = 0.5, False, (-1, -1.0)
    for i, v in par(enumerate(a)):
        if v > limit:
            x = v
            hit = True
            pair = (i, float(v))
    return x, hit, pair


def inner(m: NDArray[np.int64]) -> tuple[int, int]:
    r = c = -1
    for i in par(range(m.shape[0])):
        for j in range(m.shape[1]):
            if m[i, j] == 50:
                r = i
                c = j
    return r, c


def main():
    a = np.arange(20000) * 31 % 9973
    one = np.zeros(5000, np.int64)
    one[1234] = 3
    m = (a % 97).reshape(100, 200)
    return [last_match(a, k) for k in (0, 37, 99, 100)], [two_places(v) for v in (a, one, one[:9], one[:0])], [types(a / 8.0, x) for x in (-1.0, 1246.0, 1e9)], inner(m), inner(m[:, :3])
