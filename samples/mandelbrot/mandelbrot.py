"""The Mandelbrot set: how many steps each point of the plane takes to leave the circle of radius 2."""
import numpy as np
from numpy.typing import NDArray
from parc import par


def steps(cr, ci, limit):
    zr = zi = 0.0
    n = 0
    while n < limit and zr * zr + zi * zi <= 4.0:
        zr, zi = zr * zr - zi * zi + cr, 2.0 * zr * zi + ci
        n += 1
    return n


def render(out: NDArray[np.int64], left: float, top: float, width: float, limit: int):
    """Fill `out` with the counts of a window that is `width` wide; pixels are square."""
    size = width / out.shape[1]
    for y in par(range(out.shape[0]), schedule="dynamic", chunk=4):
        for x in range(out.shape[1]):
            out[y, x] = steps(left + (x + 0.5) * size, top - (y + 0.5) * size, limit)


def inside(out: NDArray[np.int64], limit: int) -> int:
    """How many points never left."""
    count = 0
    for y in par(range(out.shape[0])):
        for x in range(out.shape[1]):
            if out[y, x] == limit:
                count += 1
    return count
