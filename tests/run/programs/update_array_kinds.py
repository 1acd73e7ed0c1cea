#: compare: exact
"""Updates of whole arrays by other kinds: casts within a kind wrap, Python numbers must fit, and shapes must."""
import numpy as np
from numpy.typing import NDArray

import parc
from parc import par


def by_arrays(
    i8: parc.i8[:, :],
    i32: parc.i32[:, :],
    u8: parc.u8[:, :],
    f32: parc.f32[:, :],
    f64: parc.f64[:, :],
    c64: parc.c64[:, :],
    b: parc.bool_[:, :],
    x8: NDArray[np.int8],
    x64: NDArray[np.int64],
    y64: NDArray[np.float64],
    z: NDArray[np.complex128],
    t: NDArray[np.bool_],
):
    for i in par(range(len(i8))):
        i8[i] += x64
        i8[i] *= x8
        i8[i] <<= x8
        i32[i] -= x64
        i32[i] |= x8
        i32[i] //= x8
        i32[i] %= x64
        i32[i] += u8[i]
        i32[i] >>= x8
        u8[i] += t
        u8[i] &= u8[i, 0]
        f32[i] += y64
        f32[i] *= x64
        f32[i] /= y64
        f32[i] -= t
        f64[i] //= y64
        f64[i] %= x64
        c64[i] += z
        c64[i] -= y64
        b[i] ^= t
        b[i] += t
        b[i] &= True


def by_numbers(
    i8: NDArray[np.int8],
    u16: NDArray[np.uint16],
    u64: NDArray[np.uint64],
    f32: NDArray[np.float32],
    f64: NDArray[np.float64],
    n: int,
    x: float,
    k: np.int64,
    h: np.float64,
):
    i8 += 100
    i8 += k
    i8 *= True
    u16 -= 65535
    u64 += 2**64 - 1
    f32 += 2**70
    f32 *= x
    f32 -= h
    f32 /= 0
    f64 += n
    f64 %= 0.0
    f64 -= k
    i8 //= 0
    i8 %= 3
    i8 >>= n
    u16 <<= 1


def adds_int(y: NDArray[np.int8], n: int):
    y += n


def subtracts_int(y: NDArray[np.uint8], n: int):
    y -= n


def adds_rows(m: parc.f64[:, :], y: parc.f64[:]):
    for i in par(range(3)):
        m[i] += y


def adds_matrix(m: parc.f64[:, :], y: parc.f64[:, :]):
    m += y


def adds_vector(m: parc.f64[:, :, :], y: parc.f64[:, :]):
    m += y


def errors(function, *arguments):
    try:
        function(*arguments)
    except (ValueError, OverflowError, IndexError) as error:
        return [type(error).__name__, str(error), *arguments]
    return ["none", *arguments]


def main():
    rng = np.random.default_rng(3)
    out = []
    for shape in ((0, 3), (5, 0), (40, 12)):
        columns = shape[1]
        arrays = [
            rng.integers(-128, 128, size=shape, dtype=np.int8),
            rng.integers(-(2**31), 2**31, size=shape, dtype=np.int32),
            rng.integers(0, 256, size=shape, dtype=np.uint8),
            rng.normal(size=shape).astype(np.float32),
            rng.normal(size=shape),
            (rng.normal(size=shape) + 1j * rng.normal(size=shape)).astype(np.complex64),
            rng.normal(size=shape) > 0,
        ]
        rest = [
            rng.integers(-3, 9, size=columns, dtype=np.int8),
            rng.integers(-(2**62), 2**62, size=columns),
            rng.normal(size=columns),
            rng.normal(size=columns) + 1j,
            rng.normal(size=columns) > 0,
        ]
        with np.errstate(all="ignore"):
            try:
                by_arrays(*arrays, *rest)
            except IndexError as error:
                out.append(str(error))
        out.append(arrays)
    for size in (0, 1, 50):
        arrays = [
            rng.integers(-128, 128, size=size, dtype=np.int8),
            rng.integers(0, 2**16, size=size, dtype=np.uint16),
            rng.integers(0, 2**64, size=size, dtype=np.uint64),
            rng.normal(size=size).astype(np.float32),
            rng.normal(size=size),
        ]
        with np.errstate(all="ignore"):
            by_numbers(*arrays, 3, 1e300, np.int64(2**40 + 77), np.float64(0.1))
        out.append(arrays)
    for size in (0, 3):
        for number in (-129, -128, 127, 128, 255, 256, -1):
            out.append(errors(adds_int, np.zeros(size, np.int8), number))
            out.append(errors(subtracts_int, np.zeros(size, np.uint8), number))
    for shape, other in (((3, 4), 3), ((3, 1), 4), ((2, 4), 4), ((3, 4), 1), ((3, 0), 2), ((3, 0), 1), ((3, 1), 0)):
        out.append(errors(adds_rows, np.ones(shape), np.arange(float(other))))
    for shape, other in (((3, 4), (2, 4)), ((1, 4), (3, 1)), ((1, 1), (0, 1)), ((3, 4), (1, 4)), ((3, 4), (3, 1))):
        out.append(errors(adds_matrix, np.ones(shape), np.ones(other)))
        out.append(errors(adds_vector, np.ones((2, *shape)), np.ones(other)))
    return out
