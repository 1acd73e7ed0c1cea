#: compare: exact
"""np.int8(...) to np.complex128(...) of Python and NumPy numbers: values and types."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def from_ints(k: int, x: float):
    n = 0
    for i in par(range(2)):
        n += 1
    return np.int8(k), np.uint8(k), np.int16(k), np.int32(k), np.uint64(k), np.float32(k), np.float64(k), np.bool_(k), np.complex64(k), n


def from_floats(k: int, x: float):
    n = 0
    for i in par(range(2)):
        n += 1
    return np.int32(x), np.int64(x), np.float32(x), np.float64(x), np.bool_(x), np.complex128(x), float(np.float32(x)), int(np.int8(7)), n


def conversions(a: NDArray[np.int64], out: NDArray[np.int64]):
    for i in par(range(len(a))):
        out[i, 0] = np.int8(a[i] % 100)
        out[i, 1] = np.uint8(a[i] & 255)
        out[i, 2] = np.int32(np.float32(a[i]) / np.float32(3.0))
        out[i, 3] = np.int64(True) + np.int64(i)
        out[i, 4] = int(np.uint16(65535) + np.uint16(i % 3))


def main():
    out = np.zeros((600, 5), np.int64)
    conversions(np.arange(600) * 31 - 4000, out)
    return from_ints(77, 0.0), from_floats(0, -2.75), from_floats(0, 1e9 + 0.5), out
