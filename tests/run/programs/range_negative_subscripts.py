#: compare: exact
"""Subscripts that go below zero mean elements from the end, in loads and in stores."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def from_end(a: NDArray[np.int64], out: NDArray[np.int64]):
    for i in par(range(len(a))):
        out[i] = a[-i] * 10 + a[-i - 1]


def store_from_end(out: NDArray[np.int64]):
    for i in par(range(1, len(out) + 1)):
        out[-i] = i


def negative_range(out: NDArray[np.int64]):
    for i in par(range(-len(out), 0)):
        out[i] = i * i


def two_axes(m: NDArray[np.int64], out: NDArray[np.int64]):
    for i in par(range(m.shape[0])):
        for j in range(m.shape[1]):
            out[i, j] = m[-1 - i, -j]


def main():
    a = np.arange(100)
    out, st, neg = np.zeros(100, np.int64), np.zeros(10, np.int64), np.zeros(9, np.int64)
    from_end(a, out)
    store_from_end(st)
    negative_range(neg)
    m = np.arange(12).reshape(3, 4)
    two = np.zeros((3, 4), np.int64)
    two_axes(m, two)
    one = np.zeros(1, np.int64)
    from_end(a[5:6], one)
    return out, st, neg, two, one
