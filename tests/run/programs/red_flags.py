#: compare: exact
"""found = True, ok = False, |= and &=, `found = found or c`, any and all of conditions; one lonely hit anywhere."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def found(a: NDArray[np.int64], key: int) -> tuple[bool, bool]:
    hit, clean = False, True
    for i in par(range(len(a))):
        if a[i] == key:
            hit = True
        if a[i] > key:
            clean = False
    return hit, clean


def operators(a: NDArray[np.int64], key: int) -> tuple[bool, bool, bool, bool]:
    p, q, r, s = False, True, False, True
    for x in par(a):
        p |= int(x) == key
        q &= int(x) != key
        r = r or int(x) > key
        s = s and int(x) <= key
    return p, q, r, s


def bits(a: NDArray[np.int64]) -> tuple[int, int, int]:
    o, n, x = 0, -1, 0
    for v in par(a):
        o |= int(v)
        n &= int(v)
        x ^= int(v)
    return o, n, x


def level(a: NDArray[np.int64], limit: int) -> int:
    code = 0
    for i in par(range(len(a))):
        if a[i] > limit:
            code = 3
    return code


def main():
    res = []
    for at in (0, 1, 4095, 4096, 9998, 9999):
        a = np.zeros(10000, np.int64)
        a[at] = 9
        res.append((found(a, 9), found(a, 8), found(a, 10), operators(a, 9), operators(a, 5), level(a, 8), level(a, 9), bits(a + 4)))
    return res, found(a[:0], 0), operators(a[:0], 0), bits(a[:0]), level(a[:0], 1)
