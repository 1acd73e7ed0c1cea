#: compare: exact
"""All shortest paths in place, the row k left out, and with a count of improvements."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def shortest(d: NDArray[np.float64]) -> int:
    n = d.shape[0]
    better = 0
    for k in range(n):
        for i in par(range(n)):
            if i != k:
                for j in range(n):
                    t = d[i, k] + d[k, j]
                    if t < d[i, j]:
                        d[i, j] = t
                        better += 1
    return better


def main():
    res = []
    for n in (1, 2, 25):
        d = np.full((n, n), np.inf)
        for i in range(n):
            d[i, i] = 0.0
            d[i, (i * 7 + 3) % n] = min(d[i, (i * 7 + 3) % n], 1.0 + i % 4)
            d[i, (i + 1) % n] = min(d[i, (i + 1) % n], 2.5)
        res.append((shortest(d), d))
    return res
