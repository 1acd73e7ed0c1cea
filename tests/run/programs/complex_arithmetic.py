#: compare: exact
"""Complex numbers: + - * / ** of Python complex and of complex128 elements, real, imag, conjugates, abs."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def elements(a: NDArray[np.complex128], b: NDArray[np.complex128], out: NDArray[np.complex128]):
    for i in par(range(len(a))):
        out[i, 0] = a[i] + b[i]
        out[i, 1] = a[i] * b[i]
        out[i, 2] = a[i] - 2.5 * b[i]
        out[i, 3] = -a[i] + 1j
        out[i, 4] = complex(a[i].real, b[i].imag)
        out[i, 5] = a[i].conjugate() * (1 + 2j)


def python(x: NDArray[np.float64], out: NDArray[np.complex128]):
    for i in par(range(len(x))):
        z = complex(float(x[i]), 1.5)
        w = z * z + 0.5j
        out[i, 0] = w
        out[i, 1] = w / (z + 3)
        out[i, 2] = (z == w) + abs(3 + 4j)
        out[i, 3] = w.real - w.imag * 1j
        w += z
        w *= 2
        out[i, 4] = w


def julia(z: NDArray[np.complex128], n: NDArray[np.int64]):
    for i in par(range(len(z))):
        w, k = complex(z[i]), 0
        while k < 50 and w.real * w.real + w.imag * w.imag < 4.0:
            w = w * w + (-0.4 + 0.6j)
            k += 1
        n[i] = k


def main():
    k = np.arange(900)
    a, b = k % 31 / 8.0 + 1j * (k % 17 - 8), (k % 7 - 3) - 0.25j * k
    out, p, n = np.zeros((900, 6), complex), np.zeros((900, 5), complex), np.zeros(900, np.int64)
    elements(a, b, out)
    python(k / 16.0 - 20, p)
    julia(a / 3.0 - 0.7 + b * 0.01, n)
    return out, p, n
