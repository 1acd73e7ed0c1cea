#: compare: exact
"""Stores into integer elements: Python ints in range, floats truncate, bools, NumPy scalars that wrap or raise."""
import numpy as np
from numpy.typing import NDArray

from lib_errors import caught

from parc import par


def python(a: NDArray[np.int8], k: int):
    for i in par(range(len(a))):
        a[i] = k + i


def floats(a: NDArray[np.int32], x: float):
    for i in par(range(len(a))):
        a[i] = x * i


def bools(a: NDArray[np.uint8]):
    for i in par(range(len(a))):
        a[i] = i % 3 == 0


def numpy_signed(a: NDArray[np.int8], b: NDArray[np.int64]):
    for i in par(range(len(a))):
        a[i] = b[i]


def numpy_unsigned(a: NDArray[np.uint8], b: NDArray[np.int64]):
    for i in par(range(len(a))):
        a[i] = b[i]


def main():
    a8, a32, u8 = np.zeros(6, np.int8), np.zeros(6, np.int32), np.zeros(6, np.uint8)
    res = [(caught(python, a8, k), a8[:2].copy()) for k in (0, 122, 123, -128, -129, 2**40)]
    res += [(caught(floats, a32, x), a32.copy()) for x in (1.75, -1.75, 1e8)]
    bools(u8)
    good = np.array([1, -2, 127, -128, 0, 5])
    res += [u8.copy(), caught(numpy_signed, a8, good), a8.copy(), caught(numpy_signed, a8, good * 200)]
    numpy_unsigned(u8, np.array([255, 256, -1, 1000, 0, 2**40 + 7]))
    return res, u8
