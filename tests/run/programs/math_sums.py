#: compare: exact
"""fsum, prod, sum, dist and hypot of tuples, lists and rows: serial inside an iteration."""
import math

import numpy as np
from numpy.typing import NDArray

from parc import par


def rows(m: NDArray[np.float64], out: NDArray[np.float64]):
    for i in par(range(m.shape[0])):
        out[i, 0] = math.fsum(m[i])
        out[i, 1] = math.prod(m[i, :3])
        out[i, 2] = math.fsum((float(m[i, 0]), 1e100, 0.1, -1e100))
        out[i, 3] = math.dist(m[i], m[-i - 1])


def of_lists(xs: list[float], ks: list[int], out: NDArray[np.float64]):
    for i in par(range(len(out))):
        out[i, 0] = math.fsum(xs)
        out[i, 1] = sum(ks) + i
        out[i, 2] = math.prod(ks)
        out[i, 3] = min(xs) - max(xs) + len(xs)
        out[i, 4] = any(ks) + all(ks)


def main():
    m = np.array([[1e16, 1.0, -1e16, 3.0], [0.1, 0.2, 0.3, 0.4], [1e-300, 1e300, -1.0, 1.0], [0.0, -0.0, 0.0, 0.0]] * 5)
    out, t = np.zeros((20, 4)), np.zeros((6, 5))
    rows(m, out)
    of_lists([0.1] * 10, [1, 2, 3, -4, 50], t)
    return out, t
