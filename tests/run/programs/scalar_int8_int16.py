#: compare: exact
"""int8 and int16 elements wrap in + - * and negation, also at their lowest values; // % by zero is 0."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def tiny(a: NDArray[np.int8], b: NDArray[np.int8], out: NDArray[np.int8]):
    for i in par(range(len(a))):
        x, y = a[i], b[i]
        out[i, 0] = x + y
        out[i, 1] = x - y
        out[i, 2] = x * y
        out[i, 3] = -x
        out[i, 4] = abs(x)
        out[i, 5] = x // y
        out[i, 6] = x % y
        out[i, 7] = ~x ^ y
        out[i, 8] = x & y | np.int8(1)


def small(a: NDArray[np.int16], b: NDArray[np.int16], out: NDArray[np.int16]) -> np.int16:
    s = np.int16(100)
    for i in par(range(len(a))):
        out[i, 0] = a[i] * b[i] + 1000
        out[i, 1] = a[i] << 3
        out[i, 2] = a[i] >> np.int16(2)
        q, r = divmod(a[i], b[i])
        out[i, 3] = q
        out[i, 4] = r
        s += a[i]
    return s


def main():
    k = np.arange(65536)
    a, b = (k // 256).astype(np.uint8).view(np.int8)[::7], (k % 256).astype(np.uint8).view(np.int8)[::7]
    t = np.zeros((len(a), 9), np.int8)
    tiny(a, b, t)
    c = np.array([0, 1, -1, 7, -7, 2**15 - 1, -(2**15), 300], np.int16)
    s = np.zeros((64, 5), np.int16)
    return t, small(np.repeat(c, 8), np.tile(c, 8), s), s
