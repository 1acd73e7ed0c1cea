#: compare: expected
"""+ - of Python ints raise at the edge of 64 bits and not one before; in assignments, elements and calls."""
import numpy as np
from numpy.typing import NDArray

from lib_errors import spot

from parc import par


HI, LO = 2**63 - 1, -(2**63)
EXPECTED = [2**63 - 1, ("OverflowError", "plus", "r = a + i"), -(2**63), ("OverflowError", "plus", "r = a + i"),
    -(2**63), ("OverflowError", "minus", "return a - b"), 2**63 - 1, ("OverflowError", "minus", "return a - b"),
    7, ("OverflowError", "step", "k += 3"), ("OverflowError", "negative", "r = -a - i"), 2**63 - 2]


def plus(a: int, n: int, by: int) -> int:
    r = a
    for i in par(range(0, n * by, by)):
        r = a + i
    return r


def minus(a, b):
    return a - b


def down(a: int, n: int, by: int) -> int:
    r = a
    for i in par(range(0, n * by, by)):
        r = minus(a, i)
    return r


def step(a: NDArray[np.int64]) -> int:
    for i in par(range(len(a))):
        k = int(a[i])
        k += 3
        a[i] = k
    return 7


def negative(a: int) -> int:
    r = 0
    for i in par(range(2)):
        r = -a - i
    return r


def main():
    res = [spot(plus, *c) for c in ((HI - 99, 100, 1), (HI - 99, 101, 1), (LO + 99, 100, -1), (LO + 99, 101, -1))]
    res += [spot(down, *c) for c in ((LO + 99, 100, 1), (LO + 99, 101, 1), (HI - 99, 100, -1), (HI - 99, 101, -1))]
    a = np.full(900, HI - 3)
    res.append(spot(step, a))
    a[[500, 3]] = HI - 2
    return res + [spot(step, a), spot(negative, LO), spot(negative, LO + 2) + 1]
