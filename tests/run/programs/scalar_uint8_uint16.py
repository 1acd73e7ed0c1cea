#: compare: exact
"""Unsigned elements wrap below zero and above the top; ~ and - stay unsigned; shifts by the width and more."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def bytes_(a: NDArray[np.uint8], b: NDArray[np.uint8], out: NDArray[np.uint8]):
    for i in par(range(len(a))):
        x, y = a[i], b[i]
        out[i, 0] = x - y
        out[i, 1] = x + y
        out[i, 2] = x * y
        out[i, 3] = ~x
        out[i, 4] = -x
        out[i, 5] = x // y
        out[i, 6] = x % y
        out[i, 7] = x << y
        out[i, 8] = x >> y
        out[i, 9] = max(x, y) - min(x, y)


def shorts(a: NDArray[np.uint16], out: NDArray[np.uint16]) -> np.uint16:
    s = np.uint16(0)
    for i in par(range(len(a))):
        out[i] = a[i] * 3 - 5 + (a[i] >> 15)
        s -= a[i]
    return s


def main():
    k = np.arange(65536)
    a, b = (k // 256).astype(np.uint8)[::11], (k % 256).astype(np.uint8)[::11]
    t, u = np.zeros((len(a), 10), np.uint8), np.zeros(65536, np.uint16)
    bytes_(a, b, t)
    return t, shorts(k.astype(np.uint16), u), u
