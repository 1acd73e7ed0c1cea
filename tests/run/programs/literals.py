#: compare: exact
"""Literals at the ends of the ranges, in other bases, with underscores, huge and tiny floats, complex ones."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def ints(out: NDArray[np.int64]):
    for i in par(range(len(out))):
        out[i, 0] = 9223372036854775807
        out[i, 1] = -9223372036854775808
        out[i, 2] = 0xFFFF_FFFF + 0o17 + 0b1011
        out[i, 3] = 1_000_000 * i
        out[i, 4] = -(-5) - +3 + ~0
        out[i, 5] = 0x7FFFFFFFFFFFFFFF - i


def floats(out: NDArray[np.float64]):
    for i in par(range(len(out))):
        out[i, 0] = 1e400
        out[i, 1] = 4.9e-324
        out[i, 2] = 0.1 + 0.2
        out[i, 3] = 1.7976931348623157e308
        out[i, 4] = .5 + 5. + 1_0.0_1
        out[i, 5] = -0.0
        out[i, 6] = 123456789012345678.0
        out[i, 7] = 2.2250738585072011e-308
        out[i, 8] = (3j * 3j).real
        out[i, 9] = 0.30000000000000004 - 0.3


def main():
    a, b = np.zeros((5, 6), np.int64), np.zeros((5, 10))
    ints(a)
    floats(b)
    return a, b
