#: compare: exact
"""NumPy shifts by the width and beyond, of negative numbers, by Python and NumPy counts."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def left(a: NDArray[np.int16], s: NDArray[np.int16], out: NDArray[np.int16]):
    for i in par(range(len(a))):
        out[i] = a[i] << s[i]


def right(a: NDArray[np.int64], s: NDArray[np.int64], out: NDArray[np.int64]):
    for i in par(range(len(a))):
        out[i, 0] = a[i] >> s[i]
        out[i, 1] = a[i] << s[i]
        out[i, 2] = a[i] >> 63
        out[i, 3] = 1 << s[i]


def unsigned(a: NDArray[np.uint32], s: NDArray[np.uint32], out: NDArray[np.uint32]):
    for i in par(range(len(a))):
        out[i, 0] = a[i] >> s[i]
        out[i, 1] = a[i] << s[i]
        out[i, 2] = (a[i] << 5) | (a[i] >> 27)


def main():
    counts = np.array([0, 1, 7, 15, 16, 31, 32, 63, 64, 100])
    v = np.array([1, -1, 255, -256, 2**15 - 1, 12345])
    a, s = np.repeat(v, 10), np.tile(counts, 6)
    outs = np.zeros(60, np.int16), np.zeros((60, 4), np.int64), np.zeros((60, 3), np.uint32)
    left(a.astype(np.int16), s.astype(np.int16), outs[0])
    right(a * 2**40 + a, s, outs[1])
    unsigned(a.astype(np.uint32), s.astype(np.uint32), outs[2])
    return outs
