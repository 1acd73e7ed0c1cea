#: compare: exact
"""floor, ceil, trunc, fabs, fmod, remainder, modf, frexp, ldexp, copysign, nextafter, ulp."""
import math

import numpy as np
from numpy.typing import NDArray

from parc import par


def parts(v: NDArray[np.float64], n: NDArray[np.int64], out: NDArray[np.float64]):
    for i in par(range(len(v))):
        x = float(v[i])
        n[i, 0] = math.floor(x)
        n[i, 1] = math.ceil(x)
        n[i, 2] = math.trunc(x)
        m, e = math.frexp(x)
        n[i, 3] = e
        out[i, 0] = m
        f, w = math.modf(x)
        out[i, 1] = f
        out[i, 2] = w
        out[i, 3] = math.fabs(x)
        out[i, 4] = math.copysign(2.5, x)
        out[i, 5] = math.ldexp(x, i % 9 - 4)
        out[i, 6] = math.ulp(x)
        out[i, 7] = math.nextafter(x, 0.5)


def pairs(v: NDArray[np.float64], out: NDArray[np.float64]):
    for i in par(range(len(v))):
        for j in range(len(v)):
            x, y = float(v[i]), float(v[j])
            if y != 0.0:
                out[i, j, 0] = math.fmod(x, y)
                out[i, j, 1] = math.remainder(x, y)
            out[i, j, 2] = math.nextafter(x, y)
            out[i, j, 3] = math.copysign(x, y)


def main():
    v = np.array([0.0, -0.0, 0.5, -0.5, 1.5, 2.5, -2.5, 1e15 + 0.5, -(2.0**60), 5e-324, 3.7, -3.7, 1e-9, 7.0])
    n, out, p = np.zeros((14, 4), np.int64), np.zeros((14, 8)), np.zeros((14, 14, 4))
    parts(v, n, out)
    pairs(v, p)
    return n, out, p
