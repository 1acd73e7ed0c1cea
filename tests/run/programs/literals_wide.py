#: compare: exact
"""Int constants that no int64 holds, where something else takes them: np.uint64, floats, and the way to a smaller int."""
import numpy as np
from numpy.typing import NDArray

from parc import par

MASK = 0xFFFFFFFFFFFFFFFF
TOP = 2**63
PRIME = np.uint64(0x100000001B3)
OFFSET = np.uint64(14695981039346656037)
LIMIT = TOP - 1
LOWEST = -(2**63)
EVEN = MASK ^ 0x5555555555555555
FAR = 10**20


def hashes(data: NDArray[np.uint8], out: NDArray[np.uint64]):
    for i in par(range(len(out))):
        h = OFFSET
        for k in range(len(data)):
            h = (h ^ data[k]) * PRIME
        h ^= h >> np.uint64(33)
        h *= 0xFF51AFD7ED558CCD
        h = h * np.uint64(0xC4CEB9FE1A85EC53) + TOP
        if h > 0x8000000000000000:
            h &= MASK
        out[i] = 2**64 - 1
        out[i] &= h + np.uint64(i)
        out[i] ^= EVEN
        out[i] += np.uint64(MASK) - np.uint64(TOP + 1)


def floats(a: NDArray[np.float64], s: NDArray[np.float32], x: float, out: NDArray[np.float64]):
    for i in par(range(len(out))):
        out[i] = FAR
        out[i] = a[i] / TOP + x * FAR + float(2**64) + np.float64(MASK)
        out[i] += MASK
        if x < TOP and 2**64 > a[i]:
            out[i] += s[i] * 2**70


def ints(n: int) -> tuple[int, int, int, int]:
    lo = hi = 0
    for i in par(range(n)):
        hi = max(hi, LIMIT - i)
        lo = min(lo, LOWEST + i)
    return lo, hi, -(2**63), 2**64 - TOP - 1


def main():
    out, f = np.zeros(40, np.uint64), np.zeros(40)
    hashes(np.arange(11, dtype=np.uint8), out)
    floats(np.linspace(-1, 1e19, 40), np.linspace(0, 1, 40, dtype=np.float32), 0.7, f)
    return out, f, ints(30)
