#: compare: exact
"""+ - * / and unary of Python floats on special values, in all pairs, with the bits of CPython."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def table(v: NDArray[np.float64], out: NDArray[np.float64]):
    for i in par(range(len(v))):
        a = float(v[i])
        for j in range(len(v)):
            b = float(v[j])
            out[i, j, 0] = a + b
            out[i, j, 1] = a - b
            out[i, j, 2] = a * b
            out[i, j, 3] = a / b if b != 0.0 else 7.0
            out[i, j, 4] = -a + +b
            out[i, j, 5] = (a - b) * (a + b) - a * a


def fused(v: NDArray[np.float64], out: NDArray[np.float64]):
    for i in par(range(len(v))):
        x = v[i]
        out[i] = x * x - 0.1 * x + (x * 3.0 - x / 3.0)


def main():
    inf = float("inf")
    v = np.array([0.0, -0.0, 1.0, -1.5, 0.1, 1 / 3, 1e308, -1e308, 5e-324, 2.2250738585072014e-308, inf, -inf, float("nan")])
    out, f = np.zeros((13, 13, 6)), np.zeros(5000)
    table(v, out)
    fused(np.arange(5000) / 7.0, f)
    return out, f
