#: compare: exact
"""NaN in comparisons, conditions, min and max, and equality with itself; Python's argument order decides."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def comparisons(v: NDArray[np.float64], out: NDArray[np.int64]):
    for i in par(range(len(v))):
        for j in range(len(v)):
            a, b = float(v[i]), float(v[j])
            out[i, j] = (a < b) + 2 * (a <= b) + 4 * (a == b) + 8 * (a != b) + 16 * (a > b) + 32 * (a >= b) + 64 * (not a < b)


def extremes(v: NDArray[np.float64], out: NDArray[np.float64]):
    for i in par(range(len(v))):
        for j in range(len(v)):
            a, b = float(v[i]), float(v[j])
            out[i, j, 0] = max(a, b)
            out[i, j, 1] = min(a, b)
            out[i, j, 2] = max(a, b, 0.5)
            out[i, j, 3] = min(0.5, a, b)
            out[i, j, 4] = a if a > b else b
            out[i, j, 5] = max(v[i], v[j])


def truth(v: NDArray[np.float64]) -> tuple[int, int, int]:
    t = odd = same = 0
    for x in par(v):
        if x:
            t += 1
        if x != x:
            odd += 1
        if not (x < 0.0 or x >= 0.0):
            same += 1
    return t, odd, same


def main():
    v = np.array([0.0, -0.0, 1.0, -1.0, float("nan"), float("inf"), -float("inf"), 0.5])
    c, e = np.zeros((8, 8), np.int64), np.zeros((8, 8, 6))
    comparisons(v, c)
    extremes(v, e)
    return c, e, truth(v), truth(v[4:5])
