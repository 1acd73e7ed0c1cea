#: compare: exact
"""Arrays without axes: made, filled, stored to, read, stored to slices and given back."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def made(m: NDArray[np.float64], out: NDArray[np.int64]):
    for i in par(range(m.shape[0])):
        one, two = np.zeros(()), np.full((), 2.5, np.float32)
        one[()] = -i
        m[i, 2:4] = one
        m[i, 0] = two[()] + one[...][()] + m[i, 1, ...][()]
        cell = m[i, 1, ...]
        cell[()] = 7.0
        m[i, 2:] = m[i, 1, ...]
        n = np.ones((), dtype=np.int64)
        n[...] = n[()] + i
        m[i, 4, ...] = one
        out[i : i + 1] = n


def given():
    for i in par(range(1)):
        pass
    empty = np.empty((), np.int8)
    empty[()] = 7
    return np.zeros(()), np.ones((), np.bool_), np.full((), 1j), empty, np.zeros_like(empty), empty.copy()


def main():
    m, out = np.ones((6, 5)), np.zeros(6, np.int64)
    made(m, out)
    return m, out, given()
