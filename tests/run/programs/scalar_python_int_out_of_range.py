#: compare: exact
"""A Python int outside the range of the NumPy scalar beside it raises NumPy's OverflowError."""
import numpy as np
from numpy.typing import NDArray

from lib_errors import caught

from parc import par


def add(a: NDArray[np.uint8], k: int, out: NDArray[np.int64]):
    for i in par(range(len(a))):
        out[i] = a[i] + k


def compare(a: NDArray[np.int8], k: int, out: NDArray[np.int64]):
    for i in par(range(len(a))):
        out[i] = (a[i] < k) + 2 * (a[i] == k) + 4 * (a[i] > k)


def literal(a: NDArray[np.uint8], out: NDArray[np.uint8]):
    for i in par(range(len(a))):
        if a[i] > 3:
            out[i] = a[i] * 256


def negative(a: NDArray[np.uint32], out: NDArray[np.uint32]):
    for i in par(range(len(a))):
        out[i] = a[i] + -1


def construct(k: int, n: int):
    r = np.int8(0)
    for i in par(range(n)):
        r = np.int8(k + i)
    return r


def main():
    a, out = np.arange(10, dtype=np.uint8), np.zeros(10, np.int64)
    res = [caught(add, a, k, out) for k in (0, 255, 256, -1, 2**40)]
    res += [(caught(compare, a.astype(np.int8), k, out), out.copy()) for k in (5, 127, 128, -129, 2**62)]
    res += [caught(literal, a[:4], a.copy()), caught(literal, a, a.copy()), caught(negative, a.astype(np.uint32), np.zeros(10, np.uint32))]
    return res, [caught(construct, k, 2) for k in (126, 127, -129, 5)]
