#: compare: exact
"""np.floor to np.spacing of float64 elements: exact in every bit, signed zeros and infinities included."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def table(v: NDArray[np.float64], out: NDArray[np.float64]):
    for i in par(range(len(v))):
        x = v[i]
        y = v[-i - 1]
        out[i, 0] = np.floor(x)
        out[i, 1] = np.ceil(x)
        out[i, 2] = np.trunc(x)
        out[i, 3] = np.rint(x)
        out[i, 4] = np.sign(x)
        out[i, 5] = np.abs(x)
        out[i, 6] = np.fabs(x)
        out[i, 7] = np.negative(x)
        out[i, 8] = np.square(x)
        out[i, 9] = np.reciprocal(x)
        out[i, 10] = np.sqrt(abs(x))
        out[i, 11] = np.copysign(x, y)
        out[i, 12] = np.nextafter(x, y)
        out[i, 13] = np.spacing(x)
        out[i, 14] = np.positive(x)
        out[i, 15] = np.heaviside(x, 0.5)


def flags(v: NDArray[np.float64], out: NDArray[np.bool_]):
    for i in par(range(len(v))):
        out[i, 0] = np.isnan(v[i])
        out[i, 1] = np.isinf(v[i])
        out[i, 2] = np.isfinite(v[i])
        out[i, 3] = np.signbit(v[i])
        out[i, 4] = np.logical_not(v[i])
        out[i, 5] = np.logical_and(v[i], v[0])


def main():
    inf = float("inf")
    v = [0.0, -0.0, 0.5, -0.5, 1.5, 2.5, -2.5, 1e300, 5e-324, inf, -inf, float("nan"), 4503599627370497.5, -3.7]
    out, f = np.zeros((14, 16)), np.zeros((14, 6), np.bool_)
    table(np.array(v), out)
    flags(np.array(v), f)
    return out, f
