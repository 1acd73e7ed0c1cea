"""How steep the ground is, and where it faces."""

import numpy as np
from numpy.typing import NDArray
from parc import par

from .angles import octant, steepness


def slopes(height: NDArray[np.float64], out: NDArray[np.float64], cell: float) -> None:
    """Writes the steepness of every inner cell, in degrees; `cell` is the width of a cell in the unit of heights."""
    for i in par(range(1, height.shape[0] - 1)):
        for j in range(1, height.shape[1] - 1):
            dx = (height[i, j + 1] - height[i, j - 1]) / (2.0 * cell)
            dy = (height[i + 1, j] - height[i - 1, j]) / (2.0 * cell)
            out[i, j] = steepness(dx, dy)


def aspect_counts(height: NDArray[np.float64], counts: NDArray[np.int64]) -> None:
    """Adds up how many inner cells face each of eight directions."""
    for i in par(range(1, height.shape[0] - 1)):
        for j in range(1, height.shape[1] - 1):
            dx = height[i, j + 1] - height[i, j - 1]
            dy = height[i + 1, j] - height[i - 1, j]
            counts[octant(dx, dy)] += 1
