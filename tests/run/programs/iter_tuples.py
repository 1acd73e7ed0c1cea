#: compare: exact
"""Tuples as parameters, as constants to iterate over, unpacked in loop targets and assignments."""
import numpy as np
from numpy.typing import NDArray

from parc import par

OFFSETS = ((-1, 0), (1, 0), (0, -1), (0, 1))


def neighbours(m: NDArray[np.int64], out: NDArray[np.int64]):
    for i in par(range(1, m.shape[0] - 1)):
        for j in range(1, m.shape[1] - 1):
            s = 0
            for di, dj in OFFSETS:
                s += int(m[i + di, j + dj])
            out[i, j] = s


def polynomial(c: tuple[float, float, float], x: NDArray[np.float64], out: NDArray[np.float64]):
    for i in par(range(len(x))):
        v = 0.0
        for k in c:
            v = v * float(x[i]) + k
        out[i] = v


def over_tuple(t: tuple[int, int, int, int]) -> tuple[int, int]:
    s = last = 0
    for x in par(t):
        s += x * x
        last = x
    return s, last


def main():
    m = np.arange(80).reshape(8, 10) * 7 % 31
    out, p = np.zeros((8, 10), np.int64), np.zeros(50)
    neighbours(m, out)
    polynomial((0.5, -2.0, 3.25), np.arange(50) / 8.0, p)
    return out, p, over_tuple((3, -4, 5, 9))
