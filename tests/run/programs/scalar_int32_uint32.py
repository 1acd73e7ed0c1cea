#: compare: exact
"""32-bit elements: products that wrap, hashes, mixed with Python ints and with each other."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def signed(a: NDArray[np.int32], b: NDArray[np.int32], out: NDArray[np.int32]):
    for i in par(range(len(a))):
        out[i, 0] = a[i] * b[i]
        out[i, 1] = a[i] + 2147483647
        out[i, 2] = a[i] // b[i]
        out[i, 3] = a[i] % b[i]
        out[i, 4] = a[i] << 31
        out[i, 5] = -7 // a[i]
        out[i, 6] = (a[i] ^ b[i]) - 1


def fnv(text: NDArray[np.uint32], out: NDArray[np.uint32]):
    for i in par(range(text.shape[0])):
        h = np.uint32(2166136261)
        for x in text[i]:
            h = (h ^ x) * np.uint32(16777619)
        out[i] = h


def mixed(a: NDArray[np.int32], u: NDArray[np.uint32]):
    s = 0
    for i in par(range(len(a))):
        s += int(a[i] * u[i])
    return s, a[0] + u[0], a[0] < u[0], a[1] * 2, u[1] - a[1], a[0] == u[0]


def main():
    a = np.array([0, 1, -1, 2**31 - 1, -(2**31), 65536, -46341, 99], np.int32)
    out, h = np.zeros((64, 7), np.int32), np.zeros(500, np.uint32)
    signed(np.repeat(a, 8), np.tile(a, 8), out)
    fnv((np.arange(5000) * 7919 % 256).astype(np.uint32).reshape(500, 10), h)
    return out, h, mixed(a, a.astype(np.uint32)[::-1])
