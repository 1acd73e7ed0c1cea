"""The seed of the project: the partitions of a grid are updated at the same time."""
import numpy as np
from numpy.typing import NDArray
from parc import par


def update_partition(part):
    """One sweep of smoothing inside a partition; its edges stay."""
    for r in range(1, part.shape[0] - 1):
        for c in range(1, part.shape[1] - 1):
            part[r, c] = 0.2 * (part[r, c] + part[r - 1, c] + part[r + 1, c] + part[r, c - 1] + part[r, c + 1])


def update(parts: NDArray[np.float64], sweeps: int):
    for _ in range(sweeps):
        for i in par(parts):
            update_partition(i)


def update_by_number(parts: NDArray[np.float64], sweeps: int):
    for _ in range(sweeps):
        for i in par(range(len(parts))):
            update_partition(parts[i])


def grid(parts, rows, columns):
    k = np.arange(parts * rows * columns)
    return (k * 37 % 101 / 4.0).reshape(parts, rows, columns)
