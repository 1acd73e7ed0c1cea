"""What a flood covers. In the statement form, which only parc reads: `par` is `for` with independent iterations."""

import numpy as np
from numpy.typing import NDArray


def flooded_volume(height: NDArray[np.float64], level: float) -> float:
    """The water above the ground up to a level, in cells times the unit of heights."""
    volume = 0.0
    par i in range(height.shape[0]):
        for j in range(height.shape[1]):
            if height[i, j] < level:
                volume += level - height[i, j]
    return volume


def raise_level(height: NDArray[np.float64], volume: float, step: float) -> float:
    """The first level, in steps from the lowest ground, at which so much water is held."""
    level = lowest(height)
    while flooded_volume(height, level) < volume:
        level += step
    return level


def lowest(height: NDArray[np.float64]) -> float:
    """The height of the lowest cell."""
    least = height[0, 0]
    par i in range(height.shape[0]):
        for j in range(height.shape[1]):
            least = min(least, height[i, j])
    return least
