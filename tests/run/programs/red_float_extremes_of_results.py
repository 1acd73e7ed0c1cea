#: compare: float-reduction
"""Several float reductions in one loop, with conditions and an inner loop: the same bits at every thread count."""
import math

import numpy as np
from numpy.typing import NDArray

from parc import par


def moments(a: NDArray[np.float64]) -> tuple[float, float, float, int]:
    s = q = c = 0.0
    n = 0
    for i in par(range(len(a))):
        x = float(a[i])
        s += x
        q += x * x
        if x > 0.5:
            c += math.sqrt(x)
            n += 1
    return s, q, c, n


def pairs(m: NDArray[np.float64]) -> float:
    t = 0.0
    for i in par(range(m.shape[0])):
        for j in range(m.shape[1]):
            t += m[i, j] / (i + j + 1)
    return float(t)


def alternating(n: int) -> float:
    s = 0.0
    for k in par(range(n)):
        if k % 2 == 0:
            s += 1.0 / (2 * k + 1)
        else:
            s -= 1.0 / (2 * k + 1)
    return 4.0 * s


def product(n: int) -> float:
    p = 1.0
    for k in par(range(1, n)):
        p *= 1.0 + 1.0 / (k * k)
    return p


def main():
    a = np.arange(50021) * 7919 % 10007 / 10007.0
    return moments(a), moments(a[:3]), moments(a[:0]), pairs(a[:50000].reshape(500, 100)), pairs(a[:50000].reshape(4, 12500)), alternating(30001), product(5000)
