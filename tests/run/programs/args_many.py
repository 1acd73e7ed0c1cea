#: compare: exact
"""Thirty parameters, twenty results, many arrays in one loop."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def many(
    a0: NDArray[np.float64], a1: NDArray[np.float32], a2: NDArray[np.int8], a3: NDArray[np.uint8], a4: NDArray[np.int16],
    a5: NDArray[np.uint16], a6: NDArray[np.int32], a7: NDArray[np.uint32], a8: NDArray[np.int64], a9: NDArray[np.uint64],
    b0: NDArray[np.bool_], b1: NDArray[np.complex64], b2: NDArray[np.complex128], c0: int, c1: float, c2: bool, c3: int,
    c4: float, c5: int, c6: int, c7: float, c8: list[int], c9: tuple[int, float], d0: int = 1, d1: float = 0.5,
    d2: bool = False, d3: int = -7, d4: int = 2**40, *, d5: float = 1e-3, d6: int = 6,
):
    s = 0
    for i in par(range(len(a0))):
        a0[i] = a0[i] + a1[i] + a2[i] + a3[i] + a4[i]
        a8[i] = int(a5[i]) + int(a6[i]) + int(a7[i]) + c0 + c3 + c5
        a9[i] += a3[i]
        b0[i] = b0[i] ^ c2
        b2[i] = b2[i] + b1[i] * c1
        s += c8[i % len(c8)] + c9[0] + d0 + d3 + c6 + d6
    return s, c0, c1, c2, c3, c4, c5, c6, c7, c8[0], c9, d0, d1, d2, d3, d4, d5, d6, len(a0), a0[0]


def main():
    k = np.arange(90)
    types = np.float64, np.float32, np.int8, np.uint8, np.int16, np.uint16, np.int32, np.uint32, np.int64, np.uint64
    arrays = [k.astype(t) for t in types] + [k % 2 == 0, k.astype(np.complex64) * 1j, k.astype(complex)]
    res = many(*arrays, 1, 2.5, True, 3, 4.0, 5, 6, 7.5, [10, 20, 30], (11, 0.25), d2=True, d5=2.0)
    return res, arrays
