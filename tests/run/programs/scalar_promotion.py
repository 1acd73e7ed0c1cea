#: compare: exact
"""Two NumPy scalars of different dtypes meet: the dtype of every pair of kinds, by the type of the result."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def with_int8(a: NDArray[np.int8], b: NDArray[np.uint8], c: NDArray[np.int32], d: NDArray[np.float32], e: NDArray[np.bool_]):
    n = 0
    for i in par(range(len(a))):
        n += 1
    return a[0] + b[0], a[0] + c[0], a[0] + d[0], a[0] + e[0], b[0] + c[0], b[0] * d[0], b[0] + e[0], c[0] + d[0], c[0] * e[0], n


def with_uint64(a: NDArray[np.uint64], b: NDArray[np.int64], c: NDArray[np.uint32], d: NDArray[np.float32], e: NDArray[np.uint8]):
    n = 0
    for i in par(range(len(a))):
        n += 1
    return a[0] + b[0], a[0] + c[0], a[0] + d[0], a[0] + e[0], b[0] + c[0], b[0] + d[0], c[0] + e[0], c[0] - d[0], d[0] / e[0], n


def with_bool(e: NDArray[np.bool_]):
    n = 0
    for i in par(range(len(e))):
        n += e[i]
    return e[0] + e[1], e[0] & e[1], e[0] | False, e[0] ^ True, ~e[0], e[0] * 3, e[0] + 1.5, e[1] < e[0], not e[0], n, e[0] == 1


def main():
    types = np.int8, np.uint8, np.int32, np.float32, np.bool_, np.uint64, np.int64, np.uint32
    i1, u1, i4, f4, b1, u8, i8, u4 = (np.array([3, 0, 1], t) for t in types)
    return with_int8(i1, u1, i4, f4, b1), with_uint64(u8, i8, u4, f4, u1), with_bool(b1), with_bool(b1[:2])
