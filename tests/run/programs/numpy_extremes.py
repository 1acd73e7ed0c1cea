#: compare: exact
"""np.maximum, minimum, fmax, fmin with NaN, of ints and floats; remainder, fmod, floor_divide of elements."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def floats(v: NDArray[np.float64], out: NDArray[np.float64]):
    for i in par(range(len(v))):
        for j in range(len(v)):
            out[i, j, 0] = np.maximum(v[i], v[j])
            out[i, j, 1] = np.minimum(v[i], v[j])
            out[i, j, 2] = np.fmax(v[i], v[j])
            out[i, j, 3] = np.fmin(v[i], v[j])
            out[i, j, 4] = np.remainder(v[i], v[j])
            out[i, j, 5] = np.fmod(v[i], v[j])
            out[i, j, 6] = np.floor_divide(v[i], v[j])


def ints(a: NDArray[np.int32], out: NDArray[np.int32]):
    for i in par(range(len(a))):
        for j in range(len(a)):
            out[i, j, 0] = np.maximum(a[i], a[j])
            out[i, j, 1] = np.minimum(a[i], a[j])
            out[i, j, 2] = np.remainder(a[i], a[j])
            out[i, j, 3] = np.fmod(a[i], a[j])
            out[i, j, 4] = np.floor_divide(a[i], a[j])
            out[i, j, 5] = np.abs(a[i]) + np.sign(a[j])


def main():
    v = np.array([0.5, -0.25, 3.0, -7.5, float("inf"), -float("inf"), float("nan"), 1e300])
    a = np.array([0, 1, -1, 7, -7, 2**31 - 1, 3, 100], np.int32)
    f, n = np.zeros((8, 8, 7)), np.zeros((8, 8, 6), np.int32)
    floats(v, f)
    ints(a, n)
    return f, n
