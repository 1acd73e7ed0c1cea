#: compare: exact
"""Functions and constants of other source modules: from-imports, renamed imports, modules that import modules."""
import numpy as np
from numpy.typing import NDArray

import lib_geometry
from lib_geometry import SCALE, from_origin, not_compilable
from lib_stencil import around, row_total, weight as heavy

from parc import par


def distances(x: NDArray[np.float64], y: NDArray[np.float64], out: NDArray[np.float64]):
    for i in par(range(len(x))):
        out[i, 0] = from_origin(float(x[i]), float(y[i]))
        out[i, 1] = lib_geometry.squared(x[i], y[i]) * SCALE
        out[i, 2] = lib_geometry.distance((i, 1), lib_geometry.ORIGIN)


def sums(a: NDArray[np.int64], m: NDArray[np.int64]) -> int:
    s = 0
    for i in par(range(1, len(a) - 1)):
        s += around(a, i) * heavy(i, 2)
    for i in par(range(m.shape[0])):
        lib_geometry.fill_row(m[i], i * 10)
        s += row_total(m[i])
    return s


def main():
    x = np.arange(500) / 8.0
    out, m = np.zeros((500, 3)), np.zeros((9, 4), np.int64)
    distances(x, x[::-1], out)
    return out, sums(np.arange(800) % 31, m), m, not_compilable([3, 1, 2, 3])
