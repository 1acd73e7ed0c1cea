#: compare: exact
"""sin to atanh of the math module, bit for bit, over an ordinary range and at huge and tiny arguments."""
import math

import numpy as np
from numpy.typing import NDArray

from parc import par


def table(v: NDArray[np.float64], out: NDArray[np.float64]):
    for i in par(range(len(v))):
        x = float(v[i])
        out[i, 0] = math.sin(x)
        out[i, 1] = math.cos(x)
        out[i, 2] = math.tan(x)
        out[i, 3] = math.asin(x / 50.0)
        out[i, 4] = math.acos(x / 50.0)
        out[i, 5] = math.atan(x)
        out[i, 6] = math.sinh(x)
        out[i, 7] = math.cosh(x)
        out[i, 8] = math.tanh(x)
        out[i, 9] = math.asinh(x)
        out[i, 10] = math.acosh(1.0 + abs(x))
        out[i, 11] = math.atanh(x / 50.5)


def periodic(v: NDArray[np.float64], out: NDArray[np.float64]):
    for i in par(range(len(v))):
        out[i, 0] = math.sin(v[i])
        out[i, 1] = math.cos(v[i])
        out[i, 2] = math.tan(v[i])
        out[i, 3] = math.atan2(v[i], v[-i - 1])
        out[i, 4] = math.atan(v[i]) + math.tanh(v[i])


def main():
    v = np.arange(-2000, 2001) / 40.0
    out = np.zeros((len(v), 12))
    table(v, out)
    w = np.array([0.0, -0.0, 5e-324, 1e-300, -1e-8, 1e8, 1e22, -1e300, 1.7976931348623157e308])
    p = np.zeros((9, 5))
    periodic(w, p)
    return out, p
