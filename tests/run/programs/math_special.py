#: compare: exact
"""erf, gamma, lgamma, hypot and dist: CPython's own algorithms, bit for bit."""
import math

import numpy as np
from numpy.typing import NDArray

from parc import par


def table(v: NDArray[np.float64], out: NDArray[np.float64]):
    for i in par(range(len(v))):
        x = float(v[i])
        y = abs(x) + 0.125
        out[i, 0] = math.erf(x)
        out[i, 1] = math.erfc(x)
        out[i, 2] = math.gamma(y)
        out[i, 3] = math.lgamma(x + 0.25)
        out[i, 4] = math.gamma(i % 30 + 1)
        out[i, 5] = math.lgamma(y * 1e5)
        out[i, 6] = math.hypot(x, y)
        out[i, 7] = math.hypot(x, y, 0.5)
        out[i, 8] = math.hypot(1e200 * x, 1e200)
        out[i, 9] = math.dist((x, 1.0), (y, -1.0))
        out[i, 10] = math.dist((x,), (2.0,))
        out[i, 11] = math.hypot()


def ends(v: NDArray[np.float64], out: NDArray[np.float64]):
    for i in par(range(len(v))):
        x = float(v[i])
        out[i, 0] = math.erf(x)
        out[i, 1] = math.erfc(x)
        out[i, 2] = math.lgamma(x) if 0.0 < x < 1e300 else 0.0
        out[i, 3] = math.hypot(x, -x)
        out[i, 4] = math.hypot(x, 1.0, -2.0, 0.5, 1e-300)


def main():
    v = np.arange(-1200, 1200) / 64.0 + 0.01
    out = np.zeros((len(v), 12))
    table(v, out)
    inf = float("inf")
    w = np.array([0.0, -0.0, 5e-324, 1e-310, 6.5, 27.5, -6.5, 1e154, 1e308, -1e308, inf, -inf, float("nan")])
    e = np.zeros((13, 5))
    ends(w, e)
    return out, e
