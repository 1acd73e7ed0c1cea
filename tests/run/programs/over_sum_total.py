#: compare: expected
"""A reduction raises only when its total does not fit, at the accumulating line; what wanders back is fine."""
import numpy as np
from numpy.typing import NDArray

from lib_errors import spot

from parc import par

HI = 2**63 - 1
EXPECTED = [HI, ("OverflowError", "total", "s += int(a[i])"), -(2**63), ("OverflowError", "total", "s += int(a[i])"), 3,
    ("OverflowError", "count", "s += big"), 0, HI, ("OverflowError", "fall", "s -= k"), -HI - 1]


def total(a: NDArray[np.int64], s: int) -> int:
    for i in par(range(len(a))):
        s += int(a[i])
    return s


def count(n: int, big: int) -> int:
    s = 0
    for i in par(range(n)):
        for j in range(3):
            s += big
    return s


def wander(n: int, k: int) -> int:
    s = 0
    for i in par(range(n)):
        if i % 2 == 0:
            s += k
        else:
            s -= k
    return s


def fall(s: int, k: int) -> int:
    for i in par(range(2)):
        s -= k
    return s


def main():
    a = np.full(3000, 2**50)
    room = HI - 3000 * 2**50
    res = [spot(total, a, room), spot(total, a, room + 1), spot(total, -a, -room - 1), spot(total, -a, -room - 2)]
    both = np.array([HI, HI, HI, -HI, -HI, -HI, 3])
    res += [spot(total, both, 0), spot(count, 10**4, 2**60), spot(wander, 2000, HI), spot(wander, 2001, HI)]
    return res + [spot(fall, -5, HI), spot(fall, HI - 1, HI)]
