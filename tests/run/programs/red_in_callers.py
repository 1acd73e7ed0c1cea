#: compare: exact
"""A par loop in a function called from a serial loop and from another par loop keeps its reduction apart."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def total(row) -> int:
    s = 0
    for x in par(row):
        s += int(x)
    return s


def largest(row) -> int:
    m = -(10**9)
    for j in par(range(len(row))):
        if row[j] > m:
            m = int(row[j])
    return m


def by_rows(m: NDArray[np.int64], out: NDArray[np.int64]) -> int:
    grand = 0
    for i in par(range(m.shape[0])):
        out[i, 0] = total(m[i])
        out[i, 1] = largest(m[i])
        grand += total(m[i])
    return grand


def serially(m: NDArray[np.int64]) -> int:
    s = 0
    for i in range(m.shape[0]):
        s += total(m[i]) * (i + 1)
    t = 0
    for i in par(range(3)):
        t += i
    return s - t


def main():
    m = (np.arange(6000) * 37 % 1009 - 600).reshape(60, 100)
    out = np.zeros((60, 2), np.int64)
    return by_rows(m, out), out, serially(m), serially(m[:0])
