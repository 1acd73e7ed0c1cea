"""The assignment step of k-means: the nearest centre of every point."""
import math

import numpy as np
from numpy.typing import NDArray
from parc import par


def nearest(point, centres):
    best, which = math.inf, -1
    for c in range(centres.shape[0]):
        d = 0.0
        for k in range(centres.shape[1]):
            gap = float(point[k]) - float(centres[c, k])
            d += gap * gap
        if d < best:
            best, which = d, c
    return best, which


def assign(
    points: NDArray[np.float64], centres: NDArray[np.float64], labels: NDArray[np.int64]
) -> tuple[int, float, float]:
    """Fill `labels`; return how many changed, the largest and the summed squared distance."""
    changed, worst, total = 0, 0.0, 0.0
    for i in par(range(points.shape[0])):
        distance, label = nearest(points[i], centres)
        if labels[i] != label:
            labels[i] = label
            changed += 1
        worst = max(worst, distance)
        total += distance
    return changed, worst, total


def cloud(n, d):
    """`n` points in `d` dimensions."""
    k = np.arange(n * d)
    return (k * 7919 % 10007 / 10007.0 + k % 5).reshape(n, d)
