#: compare: exact
"""Products: ints with signs and zeros, floats that are exact, p *= and p = p * e, wrapping NumPy products."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def ints(a: NDArray[np.int64]) -> tuple[int, int]:
    p, q = 1, -1
    for i in par(range(len(a))):
        p *= int(a[i])
        q = q * int(a[i])
    return p, q


def floats(a: NDArray[np.float64]) -> tuple[float, float]:
    p, q = 3.0, 1.0
    for x in par(a):
        p *= float(x)
        q /= float(x)
    return p, q


def wrapping(a: NDArray[np.uint32]) -> np.uint32:
    p = np.uint32(1)
    for x in par(a):
        p *= x
    return p


def main():
    signs = np.where(np.arange(5001) % 3 == 0, -1, 1)
    twos = np.where(np.arange(1000) % 2 == 0, 2.0, 0.5)
    zeros = signs.copy()
    zeros[2500] = 0
    odd = (np.arange(3000) * 2 + 1).astype(np.uint32)
    return [ints(v) for v in (signs, zeros, signs[:1], signs[:0], np.arange(1, 20))], floats(twos), floats(twos[::2]), wrapping(odd), wrapping(odd[:0])
