#: compare: exact
"""-0.0 survives sums, products, min, max, round, conditionals, stores and reductions."""
import math

import numpy as np
from numpy.typing import NDArray

from parc import par


def cells(v: NDArray[np.float64], out: NDArray[np.float64]):
    for i in par(range(len(v))):
        x = float(v[i])
        out[i, 0] = x + 0.0
        out[i, 1] = x - 0.0
        out[i, 2] = 0.0 - x
        out[i, 3] = x * -1
        out[i, 4] = -x
        out[i, 5] = 0 * x
        out[i, 6] = x if x else -x
        out[i, 7] = min(x, 0.0) + max(-0.0, x)
        out[i, 8] = math.copysign(1.0, x) + math.atan2(x, -1.0)
        out[i, 9] = round(x)
        out[i, 10] = x / -3 + -0.0
        out[i, 11] = abs(x) * -0.0


def total(start: float, n: int, x: float) -> float:
    s = start
    for i in par(range(n)):
        s += x
    return s


def smallest(v: NDArray[np.float64]) -> float:
    m = 1.0
    for x in par(v):
        m = min(m, float(x))
    return m


def main():
    v = np.array([0.0, -0.0, 1.0, -1.0, 0.3, -0.3, 5e-324, -5e-324])
    out = np.zeros((8, 12))
    cells(v, out)
    zeros = [total(s, n, x) for s in (0.0, -0.0) for n in (0, 1, 3, 3000) for x in (0.0, -0.0)]
    return out, zeros, smallest(np.array([0.0, -0.0])), smallest(np.array([-0.0, 0.0, 0.5])), smallest(v[:1])
