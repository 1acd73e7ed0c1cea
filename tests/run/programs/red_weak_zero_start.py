#: compare: exact
"""s = 0 and then s += item: the type of the result with and without items, for every kind of item."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def of_float64(a: NDArray[np.float64]):
    s = 0
    for x in par(a):
        s += x
    return s


def of_int32(a: NDArray[np.int32]):
    s = 0
    for i in par(range(len(a))):
        s += a[i]
    return s


def of_python_float(a: NDArray[np.float64]):
    s = 0
    for i in par(range(len(a))):
        s += float(a[i])
    return s


def some(a: NDArray[np.float64], limit: float):
    s = 0
    for i in par(range(len(a))):
        if a[i] > limit:
            s += a[i]
    return s


def product(a: NDArray[np.float64]):
    p = 1
    for x in par(a):
        p *= x
    return p


def main():
    a = np.arange(2000) % 9 / 4.0
    n = (np.arange(2000) * 2**20).astype(np.int32)
    res = [(of_float64(v), of_python_float(v), product(v * 0 + 2.0 if len(v) < 50 else v * 0 - 1)) for v in (a, a[:1], a[:0], a[:40])]
    return res, [of_int32(v) for v in (n, n[:2], n[:0])], [some(a, x) for x in (-1.0, 1.9, 2.0, 9.0)]
