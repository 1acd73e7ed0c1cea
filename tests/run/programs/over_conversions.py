#: compare: expected
"""What int(), round(), math.floor and len-like results give beyond 64 bits, where Python would go on."""
import math

import numpy as np
from numpy.typing import NDArray

from lib_errors import spot

from parc import par

EXPECTED = [2**62, ("OverflowError", "convert", "r = int(x)"), ("OverflowError", "convert", "r = round(x)"),
    ("OverflowError", "convert", "r = math.floor(x)"), ("OverflowError", "convert", "r = math.ceil(x)"),
    ("OverflowError", "convert", "r = math.trunc(x)"), -(2**63), ("OverflowError", "convert", "r = int(x)"),
    ("OverflowError", "convert", "r = math.factorial(k)"), 2432902008176640000, ("OverflowError", "convert", "r = int(u)")]


def convert(which: int, x: float, k: int, a: NDArray[np.uint64]) -> int:
    r = 0
    for i in par(range(1)):
        if which == 0:
            r = int(x)
        elif which == 1:
            r = round(x)
        elif which == 2:
            r = math.floor(x)
        elif which == 3:
            r = math.ceil(x)
        elif which == 4:
            r = math.trunc(x)
        elif which == 5:
            r = math.factorial(k)
        else:
            u = a[i]
            r = int(u)
    return r


def main():
    a = np.array([2**63], np.uint64)
    res = [spot(convert, 0, 2.0**62, 0, a)] + [spot(convert, w, 2.0**63, 0, a) for w in range(5)]
    res += [spot(convert, 0, -(2.0**63), 0, a), spot(convert, 0, -1e300, 0, a)]
    return res + [spot(convert, 5, 0.0, 21, a), spot(convert, 5, 0.0, 20, a), spot(convert, 6, 0.0, 0, a)]
