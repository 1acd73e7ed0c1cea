#: compare: exact
"""The place of an extreme: first tie, last tie, several companions, from an element and from infinity."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def first(a: NDArray[np.int64]) -> tuple[int, int]:
    best, where = -(10**9), -1
    for i in par(range(len(a))):
        if a[i] > best:
            best = int(a[i])
            where = i
    return best, where


def last(a: NDArray[np.int64]) -> tuple[int, int]:
    best, where = -(10**9), -1
    for i in par(range(len(a))):
        if a[i] >= best:
            best, where = int(a[i]), i
    return best, where


def lowest(a: NDArray[np.float64], tag: NDArray[np.int32]):
    best, where, label = a[0], 0, tag[0]
    for i in par(range(1, len(a))):
        if a[i] < best:
            best = a[i]
            where = i
            label = tag[i]
    return best, where, label


def in_matrix(m: NDArray[np.int64]) -> tuple[int, int, int]:
    best, row, col = -1, -1, -1
    for i in par(range(m.shape[0])):
        for j in range(m.shape[1]):
            if m[i, j] > best:
                best = int(m[i, j])
                row, col = i, j
    return best, row, col


def main():
    a = np.arange(15000) * 31 % 101 - 300
    tag = (np.arange(15000) % 7).astype(np.int32)
    parts = a, np.full(5000, -8), a[:1], a[:0], a[::-1]
    m = (a % 89).reshape(100, 150)
    return [(first(v), last(v)) for v in parts], [lowest(v / 4.0, tag) for v in parts if len(v)], in_matrix(m), in_matrix(m[:0])
