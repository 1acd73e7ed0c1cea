#: compare: exact
"""Iterating over the items of an array, forwards, with a stride, backwards; the item is a copy."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def sum_items(a: NDArray[np.int64]) -> int:
    s = 0
    for x in par(a):
        s += int(x) * int(x)
    return s


def last_item(a: NDArray[np.float64]) -> float:
    x = -1.0
    for x in par(a):
        pass
    return x


def item_is_a_copy(a: NDArray[np.int64], out: NDArray[np.int64]) -> int:
    n = 0
    for i, x in par(enumerate(a)):
        x += 1000
        out[i] = x
        n += 1
    return n


def main():
    a = np.arange(4000) % 77
    out = np.zeros(4000, np.int64)
    items = item_is_a_copy(a, out)
    lasts = last_item(a / 2.0), last_item(a[:1] / 2.0), last_item(a[:0] / 2.0), last_item(a[::-3] / 2.0)
    return sum_items(a), sum_items(a[::-1]), sum_items(a[5:900:7]), sum_items(a[:0]), items, a, out, lasts
