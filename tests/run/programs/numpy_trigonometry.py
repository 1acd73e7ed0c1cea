#: compare: ulp4
"""NumPy's elementary functions of float64 elements, within 4 ulp of NumPy."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def table(v: NDArray[np.float64], out: NDArray[np.float64]):
    for i in par(range(len(v))):
        x = v[i]
        y = abs(x) + 0.5
        out[i, 0] = np.sin(x)
        out[i, 1] = np.cos(x)
        out[i, 2] = np.tan(x)
        out[i, 3] = np.arcsin(x / 41.0)
        out[i, 4] = np.arccos(x / 41.0)
        out[i, 5] = np.arctan(x)
        out[i, 6] = np.arctan2(x, y)
        out[i, 7] = np.sinh(x / 4.0)
        out[i, 8] = np.cosh(x / 4.0)
        out[i, 9] = np.tanh(x)
        out[i, 10] = np.arcsinh(x)
        out[i, 11] = np.arccosh(y + 1.0)
        out[i, 12] = np.arctanh(x / 41.0)
        out[i, 13] = np.deg2rad(x)
        out[i, 14] = np.rad2deg(x)
        out[i, 15] = np.hypot(x, y)


def special(v: NDArray[np.float64], out: NDArray[np.float64]):
    for i in par(range(len(v))):
        out[i, 0] = np.sin(v[i])
        out[i, 1] = np.arctan(v[i])
        out[i, 2] = np.tanh(v[i])
        out[i, 3] = np.arcsin(v[i])
        out[i, 4] = np.cosh(v[i])


def main():
    v = np.arange(-1600, 1601) / 40.0
    out = np.zeros((len(v), 16))
    table(v, out)
    inf = float("inf")
    s = np.zeros((9, 5))
    special(np.array([0.0, -0.0, 1.0, -1.0, 2.0, inf, -inf, float("nan"), 1e-300]), s)
    return out, s
