#: compare: exact
"""x / 0, x // 0 and x % 0 of NumPy scalars of every kind, with NumPy and Python zeros: never an exception."""
import numpy as np
from numpy.typing import NDArray

from lib_errors import caught

from parc import par


def ints(a: NDArray[np.int32], z: NDArray[np.int32], out: NDArray[np.float64]):
    for i in par(range(len(a))):
        out[i, 0] = a[i] / z[i]
        out[i, 1] = a[i] // z[i]
        out[i, 2] = a[i] % z[i]
        out[i, 3] = a[i] // 0
        out[i, 4] = 5 % z[i]
        out[i, 5] = a[i] / 0
        q, r = divmod(a[i], z[i])
        out[i, 6] = q + r


def unsigned(a: NDArray[np.uint8], z: NDArray[np.uint8], out: NDArray[np.float64]):
    for i in par(range(len(a))):
        out[i, 0] = a[i] / z[i]
        out[i, 1] = a[i] // z[i]
        out[i, 2] = a[i] % z[i]


def singles(a: NDArray[np.float32], out: NDArray[np.float32]):
    for i in par(range(len(a))):
        out[i, 0] = 1 / a[i]
        out[i, 1] = a[i] // np.float32(0)
        out[i, 2] = a[i] % 0.0
        out[i, 3] = -1 / a[i]


def mixed(a: NDArray[np.int64], x: int) -> float:
    r = 0.0
    for i in par(range(len(a))):
        r = x / int(a[i])
    return r


def main():
    a = np.array([5, -5, 0, 2**31 - 1, -(2**31)], np.int32)
    z = np.zeros(5, np.int32)
    outs = [np.zeros((5, n)) for n in (7, 3)] + [np.zeros((4, 4), np.float32)]
    ints(a, z, outs[0])
    unsigned(a.astype(np.uint8), z.astype(np.uint8), outs[1])
    singles(np.array([0.0, -0.0, 2.0, np.nan], np.float32), outs[2])
    return outs, caught(mixed, np.array([1, 2, 0, 4]), 9), caught(mixed, np.array([0, 4]), 0)
