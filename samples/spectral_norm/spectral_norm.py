"""The largest singular value of an infinite matrix, by power iteration on its upper left corner."""
import math

import numpy as np
from numpy.typing import NDArray
from parc import par


def element(i, j):
    return 1.0 / ((i + j) * (i + j + 1) // 2 + i + 1)


def times(v: NDArray[np.float64], out: NDArray[np.float64]):
    """out = A v"""
    for i in par(range(len(out))):
        s = 0.0
        for j in range(len(v)):
            s += element(i, j) * v[j]
        out[i] = s


def times_transposed(v: NDArray[np.float64], out: NDArray[np.float64]):
    """out = A' v"""
    for i in par(range(len(out))):
        s = 0.0
        for j in range(len(v)):
            s += element(j, i) * v[j]
        out[i] = s


def norm(n: int, rounds: int) -> float:
    u, v, w = np.ones(n), np.zeros(n), np.zeros(n)
    for _ in range(rounds):
        times(u, w)
        times_transposed(w, v)
        times(v, w)
        times_transposed(w, u)
    uv = vv = 0.0
    for i in par(range(n)):
        uv += u[i] * v[i]
        vv += v[i] * v[i]
    return math.sqrt(uv / vv)
