#: compare: expected
"""<< and ** that leave 64 bits raise; huge shift counts of zero do not; the edge values fit."""
import numpy as np
from numpy.typing import NDArray

from lib_errors import spot

from parc import par

EXPECTED = [2**62, ("OverflowError", "shift", "r = k << by"), -(2**63), ("OverflowError", "shift", "r = k << by"), 0,
    ("OverflowError", "shift", "r = k << by"), 3**39, ("OverflowError", "power", "r = k**e"), -(2**63),
    ("OverflowError", "power", "r = k**e"), -1, 10**18, ("OverflowError", "power", "r = k**e"),
    ("OverflowError", "cube", "out[i] = (i * 100000) ** 4"), 100000**3 * 8]


def shift(k: int, by: int) -> int:
    r = 0
    for i in par(range(2)):
        r = k << by
    return r


def power(k: int, e: int) -> int:
    r = 0
    for i in par(range(2)):
        r = k**e
    return r


def cube(out: NDArray[np.int64]):
    for i in par(range(len(out))):
        out[i] = (i * 100000) ** 3
        if i > 5:
            out[i] = (i * 100000) ** 4


def main():
    res = [spot(shift, *c) for c in ((1, 62), (1, 63), (-1, 63), (-1, 64), (0, 10**4), (1, 10**4))]
    res += [spot(power, *c) for c in ((3, 39), (3, 40), (-2, 63), (2, 63), (-1, 10**9 + 1), (10, 18), (10, 19))]
    out = np.zeros(9, np.int64)
    return res + [spot(cube, out), int(out[2])]
