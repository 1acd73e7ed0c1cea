#: compare: exact
"""Arrays stored to slices of other kinds: integers wrap, floats are rounded or cut, anything but zero is true."""
import numpy as np
from numpy.typing import NDArray

from parc import par

KINDS = "?bhilBHILfdFD"


def spread(s, b, i8, i16, i32, i64, u8, u16, u32, u64, f32, f64, c64, c128):
    b[:] = s
    i8[:] = s
    i16[:] = s
    i32[:] = s
    i64[:] = s
    u8[:] = s
    u16[:] = s
    u32[:] = s
    u64[:] = s
    f32[:] = s
    f64[:] = s
    c64[:] = s
    c128[:] = s


def reals(
    n: int,
    x1: NDArray[np.bool_],
    x2: NDArray[np.int8],
    x3: NDArray[np.int32],
    x4: NDArray[np.int64],
    x5: NDArray[np.uint8],
    x6: NDArray[np.uint16],
    x7: NDArray[np.uint64],
    x8: NDArray[np.float32],
    x9: NDArray[np.float64],
    b: NDArray[np.bool_],
    i8: NDArray[np.int8],
    i16: NDArray[np.int16],
    i32: NDArray[np.int32],
    i64: NDArray[np.int64],
    u8: NDArray[np.uint8],
    u16: NDArray[np.uint16],
    u32: NDArray[np.uint32],
    u64: NDArray[np.uint64],
    f32: NDArray[np.float32],
    f64: NDArray[np.float64],
    c64: NDArray[np.complex64],
    c128: NDArray[np.complex128],
):
    for i in par(range(n)):
        for k in range(9):
            j = 9 * i + k
            v1, v2, v3, v4, v5, v6, v7 = b[j], i8[j], i16[j], i32[j], i64[j], u8[j], u16[j]
            v8, v9, v10, v11, v12, v13 = u32[j], u64[j], f32[j], f64[j], c64[j], c128[j]
            if k == 0:
                spread(x1[i, :], v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12, v13)
            elif k == 1:
                spread(x2[i, :], v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12, v13)
            elif k == 2:
                spread(x3[i, :], v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12, v13)
            elif k == 3:
                spread(x4[i, :], v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12, v13)
            elif k == 4:
                spread(x5[i, :], v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12, v13)
            elif k == 5:
                spread(x6[i, :], v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12, v13)
            elif k == 6:
                spread(x7[i, :], v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12, v13)
            elif k == 7:
                spread(x8[i, :], v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12, v13)
            else:
                spread(x9[i, :], v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12, v13)


def complexes(
    n: int,
    x64: NDArray[np.complex64],
    x128: NDArray[np.complex128],
    c64: NDArray[np.complex64],
    c128: NDArray[np.complex128],
):
    for i in par(range(n)):
        c64[i, ::2] = x128[i, ::2]
        c64[i, 1::2] = x64[i, 1::2]
        c128[i] = x64[i]


def main():
    n, width = 6, 40
    wide = (np.arange(n * width, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15)).reshape(n, width)
    ints = wide.view(np.int64)
    # What an integer cannot hold of a float is not the same at every length in NumPy.
    floats = (ints.astype(np.float64) / 2.0**64) * 127.0
    sources = [
        wide % 2 == 0,
        ints.astype(np.int8),
        ints.astype(np.int32),
        ints.copy(),
        ints.astype(np.uint8),
        ints.astype(np.uint16),
        wide,
        np.abs(floats).astype(np.float32),
        np.abs(floats),
    ]
    targets = [np.zeros((9 * n, width), kind) for kind in KINDS]
    reals(n, *sources, *targets)
    z = floats + 1j * floats[::-1, ::-1]
    c = np.zeros((n, width), np.complex64), np.zeros((n, width), np.complex128)
    complexes(n, z.astype(np.complex64), z * 1e10, *c)
    return targets, c
