#: compare: exact
"""isnan, isinf, isfinite, isclose with its tolerances, degrees, radians and the constants."""
import math

import numpy as np
from numpy.typing import NDArray

from parc import par


def table(v: NDArray[np.float64], out: NDArray[np.int64]):
    for i in par(range(len(v))):
        x = float(v[i])
        out[i, 0] = math.isnan(x) + 2 * math.isinf(x) + 4 * math.isfinite(x)
        out[i, 1] = math.isnan(v[i]) + 2 * math.isfinite(i)
        for j in range(len(v)):
            y = float(v[j])
            out[i, 2] += math.isclose(x, y) << j
            out[i, 3] += math.isclose(x, y, rel_tol=0.25) << j
            out[i, 4] += math.isclose(x, y, rel_tol=0.0, abs_tol=1.5) << j


def angles(out: NDArray[np.float64]):
    for i in par(range(len(out))):
        out[i, 0] = math.degrees(i / 16.0)
        out[i, 1] = math.radians(i)
        out[i, 2] = math.pi * i
        out[i, 3] = math.tau - i * math.e
        out[i, 4] = min(math.inf, i + 0.5)
        out[i, 5] = math.nan


def main():
    inf = float("inf")
    v = np.array([0.0, -0.0, 1.0, 1.0 + 1e-10, 1.2, 1.3, 2.5, -1.0, 1e-12, inf, -inf, float("nan"), 1e300])
    out, a = np.zeros((13, 5), np.int64), np.zeros((400, 6))
    table(v, out)
    angles(a)
    return out, a
