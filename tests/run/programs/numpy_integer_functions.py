#: compare: exact
"""np.gcd, lcm, bitwise functions, shifts, invert and power of integer elements of several widths."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def wide(a: NDArray[np.int64], b: NDArray[np.int64], out: NDArray[np.int64]):
    for i in par(range(len(a))):
        out[i, 0] = np.gcd(a[i], b[i])
        out[i, 1] = np.lcm(a[i] % 100, b[i] % 50)
        out[i, 2] = np.bitwise_xor(a[i], b[i])
        out[i, 3] = np.bitwise_or(a[i], 8)
        out[i, 4] = np.invert(a[i])
        out[i, 5] = np.left_shift(a[i], 3)
        out[i, 6] = np.right_shift(a[i], 2)
        out[i, 7] = np.subtract(a[i], b[i])


def narrow(a: NDArray[np.uint8], out: NDArray[np.uint8]):
    for i in par(range(len(a))):
        out[i, 0] = np.add(a[i], a[i])
        out[i, 1] = np.multiply(a[i], np.uint8(3))
        out[i, 2] = np.square(a[i])
        out[i, 3] = np.bitwise_and(a[i], np.uint8(60))
        out[i, 4] = np.negative(a[i])
        out[i, 5] = np.floor_divide(a[i], np.uint8(7))


def main():
    k = np.arange(900)
    a, b = k * 7919 % 1009 - 400, k * 31 % 173 - 80
    w, n = np.zeros((900, 8), np.int64), np.zeros((256, 6), np.uint8)
    wide(a, b, w)
    narrow(np.arange(256).astype(np.uint8), n)
    return w, n
