#: compare: expected
"""* of Python ints: both factors variable, a constant factor, squares, and the last products that fit."""
import numpy as np
from numpy.typing import NDArray

from lib_errors import spot

from parc import par

EXPECTED = [9223372036854775807, ("OverflowError", "times", "r = a * (b + i)"), -4611686018427387904,
    ("OverflowError", "times", "r = a * (b + i)"), ("OverflowError", "times", "r = a * (b + i)"), 0,
    9223372030926249001, ("OverflowError", "square", "x *= x"), ("OverflowError", "square", "x *= x"), 9000,
    ("OverflowError", "hash_row", "h = h * 31 + int(x)")]


def times(a: int, b: int, n: int) -> int:
    r = 0
    for i in par(range(n)):
        r = a * (b + i)
    return r


def square(k: int) -> int:
    r = 0
    for i in par(range(4)):
        x = k
        x *= x
        r = x
    return r


def hash_row(row):
    h = 9
    for x in row:
        h = h * 31 + int(x)
    return h


def hashes(m: NDArray[np.int64], mod: int) -> int:
    s = 0
    for i in par(range(m.shape[0])):
        s += hash_row(m[i]) % mod
    return s


def main():
    hi, lo = 2**63 - 1, -(2**63)
    res = [spot(times, *c) for c in ((hi, 0, 2), (hi, 0, 3), (2**62, -2, 2), (2**62, -3, 3), (lo, -1, 1), (lo, 0, 1))]
    res += [spot(square, k) for k in (3037000499, 3037000500, lo)]
    m = np.zeros((1000, 20), np.int64)
    return res + [spot(hashes, m[:, :0], 10**6), spot(hashes, m, 10)]
