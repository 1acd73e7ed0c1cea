#: compare: exact
"""//, % and divmod of Python floats and of elements: signs, signed zeros, infinities, tiny and huge values."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def python(v: NDArray[np.float64], out: NDArray[np.float64]):
    for i in par(range(len(v))):
        a = float(v[i])
        for j in range(len(v)):
            b = float(v[j])
            if b == 0.0:
                continue
            q, r = divmod(a, b)
            out[i, j, 0] = a // b
            out[i, j, 1] = a % b
            out[i, j, 2] = q
            out[i, j, 3] = r


def elements(v: NDArray[np.float64], out: NDArray[np.float64]):
    for i in par(range(len(v))):
        for j in range(len(v)):
            out[i, j, 0] = v[i] // v[j]
            out[i, j, 1] = v[i] % v[j]
            q, r = divmod(v[i], v[j])
            out[i, j, 2] = q
            out[i, j, 3] = r


def main():
    inf = float("inf")
    v = np.array([0.0, -0.0, 0.1, -0.3, 1.0, -1.0, 2.5, -7.25, 1e17, -1e300, 5e-324, inf, -inf, float("nan")])
    p, e = np.zeros((14, 14, 4)), np.zeros((14, 14, 4))
    python(v, p)
    elements(v, e)
    return p, e
