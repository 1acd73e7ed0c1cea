#: compare: expected
"""A product is one reduction: factors beyond 64 bits raise, unless a zero clears them in the end."""
import numpy as np
from numpy.typing import NDArray

from lib_errors import spot

from parc import par

EXPECTED = [3628800, 0, ("OverflowError", "product", "p *= int(x)"), -(2**63), 2**62, 1,
    ("OverflowError", "product", "p *= int(x)"), 0, 5]


def product(a: NDArray[np.int64], p: int) -> int:
    for x in par(a):
        p *= int(x)
    return p


def main():
    twos = np.full(5000, 2)
    cleared = twos.copy()
    cleared[4321] = 0
    minus = np.full(63, -2)
    res = [spot(product, np.arange(1, 11), 1), spot(product, cleared, 1), spot(product, twos, 1), spot(product, minus, 1)]
    res += [spot(product, minus[:62], 1), spot(product, np.full(4000, -1), 1), spot(product, np.full(64, -2), 1)]
    return res + [spot(product, twos, 0), spot(product, twos[:0], 5)]
