#: compare: exact
"""break at the first match: what was counted, assigned and flagged before it, and the loop variable."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def find(a: NDArray[np.int64], key: int) -> tuple[int, int]:
    where = -1
    for i in par(range(len(a))):
        if a[i] == key:
            where = i
            break
    return where, i


def before(a: NDArray[np.int64], stop: int) -> tuple[int, int, int, int]:
    s, n, last, hi = 0, 0, -1, -1
    for i in par(range(len(a))):
        x = int(a[i])
        if x >= stop:
            break
        s += x
        n += 1
        last = x
        hi = max(hi, x)
    return s, n, last, hi


def after_effect(a: NDArray[np.int64], limit: int) -> tuple[int, int]:
    n = 0
    for i in par(range(len(a))):
        n += 1
        if a[i] > limit:
            break
    return n, i


def two_exits(a: NDArray[np.int64]) -> tuple[int, int]:
    kind = 0
    for i in par(range(len(a))):
        if a[i] == 70:
            kind = 1
            break
        if a[i] == 90:
            kind = 2
            break
    return kind, i


def main():
    a = np.arange(25000) * 7919 % 10007
    keys = [int(a[k]) for k in (0, 1, 5000, 9999)] + [20000]
    return [find(a, k) for k in keys], [before(a, k) for k in (0, 9000, 10006, 10007)], [after_effect(a, k) for k in (-1, 9990, 10**6)], two_exits(a), two_exits(a[::-1])
