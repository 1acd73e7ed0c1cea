#: compare: exact
"""A Python int that the items' dtype does not hold, at the start of a sum: the first update raises, and only an update."""
import numpy as np
from numpy.typing import NDArray

from lib_errors import caught

from parc import par


def total(a: NDArray[np.uint8], start: int):
    s = start
    for x in par(a):
        s += x
    return s


def grid(m: NDArray[np.uint8], start: int):
    s = start
    for i in par(range(m.shape[0])):
        for j in par(range(m.shape[1])):
            s |= m[i, j]
    return s


def literal(a: NDArray[np.int16], skip: int):
    s = -40000
    for i in par(range(len(a))):
        if i >= skip:
            s -= a[i]
    return s


def order(a: NDArray[np.uint8], start: int, bad: int):
    s = start
    for i in par(range(len(a))):
        if i == bad:
            raise ValueError(f"before in {i}")
        if i >= 2:
            s = a[i] + s + 1
        if i == bad + 1:
            raise KeyError(f"after in {i}")
    return s


def main():
    res = []
    for n in (0, 1, 5, 400):
        a = (np.arange(n) * 37 % 256).astype(np.uint8)
        for s in (0, 255, 256, -1, 2**63 - 1):
            res += [caught(total, a, s), caught(grid, a.reshape(n, 1), s)]
            res += [caught(order, a, s, bad) for bad in (0, 1, 2, 300, 1000)]
        res += [caught(literal, a.astype(np.int16), k) for k in (0, 3, 400)]
    return res
