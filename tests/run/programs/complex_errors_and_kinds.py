#: compare: exact
"""Complex division by zero raises for Python numbers only; comparisons, truth and results of complex kind."""
import numpy as np
from numpy.typing import NDArray

from lib_errors import caught

from parc import par


def divide(z: NDArray[np.complex128], d: int) -> complex:
    r = 0j
    for i in par(range(len(z))):
        r = complex(z[i]) / (i - d)
    return r


def kinds(z: NDArray[np.complex64], w: complex):
    n = 0
    for x in par(z):
        if x != 0:
            n += 1
    return n, z[0], z[0] * 2, z[0].real, z[0] + w, w * w, w.imag, abs(w), z[0] == w, bool(w), complex(2), w.conjugate()


def total(z: NDArray[np.complex128]) -> complex:
    s = 0j
    for i in par(range(len(z))):
        s += complex(z[i])
    return s


def main():
    z = np.arange(6) + 1j * np.arange(6)[::-1]
    res = [caught(divide, z, d) for d in (3, -1, 0)]
    return res, kinds(z.astype(np.complex64), 1.5 - 2j), kinds(z.astype(np.complex64) * 0, 0j), total(z), total(z[:0])
