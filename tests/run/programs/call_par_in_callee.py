#: compare: exact
"""A par loop in a function called from a par loop, in a chain, with its own reductions and errors."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def dot(u, v):
    s = 0
    for k in par(range(len(u))):
        s += int(u[k]) * int(v[k])
    return s


def scale(row, k):
    for j in par(range(len(row))):
        row[j] *= k
    return len(row)


def gram(m: NDArray[np.int64], out: NDArray[np.int64]):
    for i in par(range(m.shape[0])):
        for j in par(range(m.shape[0])):
            out[i, j] = dot(m[i], m[j])


def all_rows(m: NDArray[np.int64]) -> int:
    n = 0
    for i in par(range(m.shape[0]), threads=2):
        n += scale(m[i], i)
    return n


def first(row, key):
    for j in par(range(len(row))):
        if row[j] == key:
            return j
    return -1


def finds(m: NDArray[np.int64], out: NDArray[np.int64]):
    for i in par(range(m.shape[0])):
        out[i] = first(m[i], i)


def main():
    m = (np.arange(600) * 31 % 23).reshape(20, 30)
    out, at = np.zeros((20, 20), np.int64), np.zeros(20, np.int64)
    gram(m, out)
    finds(m, at)
    return out, at, all_rows(m), m
