#: compare: exact
"""Accumulators of every NumPy type: sums wrap, extremes and bit operations keep the type, also for no item."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def ints(a: NDArray[np.int16]):
    s, p, lo, hi = np.int16(7), np.int16(1), np.int16(32767), np.int16(-32768)
    x = np.int16(0)
    for i in par(range(len(a))):
        s += a[i]
        p *= a[i]
        lo = min(lo, a[i])
        hi = max(hi, a[i])
        x ^= a[i]
    return s, p, lo, hi, x


def bits(a: NDArray[np.uint32]):
    o, n = np.uint32(0), np.uint32(0xFFFFFFFF)
    for x in par(a):
        o |= x
        n &= x
    return o, n


def weak_start(a: NDArray[np.uint8], f: NDArray[np.float32]):
    s, t = 0, 0.0
    for i in par(range(len(a))):
        s += a[i]
        t = max(t, f[i])
    return s, t


def main():
    a = (np.arange(9000) * 7919 % 65536 - 32768).astype(np.int16) | 1
    u = (np.arange(500) * 8).astype(np.uint32) + np.uint32(64 * 1024)
    f = (np.arange(300) - 200).astype(np.float32) / 4
    res = [ints(v) for v in (a, a[:1], a[:0])], [bits(v) for v in (u, u[:1], u[:0])]
    return res, [weak_start(np.full(n, 3, np.uint8), f[:n]) for n in (0, 1, 100, 300)]
