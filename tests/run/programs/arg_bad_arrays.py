#: compare: expected
"""Arrays of the wrong dtype, rank, byte order or kind are turned away by an error that names the parameter."""
import numpy as np
from numpy.typing import NDArray

from parc import par

EXPECTED = ["grid"] * 10 + ["items"] * 5, [[1.0, 1.0], [2.0, 2.0]], 6


def scale(grid: NDArray[np.float64], by: float):
    for i in par(range(grid.shape[0])):
        for j in range(grid.shape[1]):
            grid[i, j] = by + i


def total(items: NDArray[np.int32]) -> int:
    s = 0
    for x in par(items):
        s += int(x)
    return s


def blamed(f, *args):
    try:
        f(*args)
    except (TypeError, ValueError) as error:
        return next((name for name in ("grid", "items") if name in str(error)), str(error))
    return "accepted"


def main():
    fixed = np.zeros((2, 2))
    fixed.flags.writeable = False
    raw = np.zeros(33, np.uint8)
    unaligned = raw[1:].view(np.float64).reshape(2, 2)
    bad = [np.zeros((2, 2), np.float32), np.zeros(4), np.zeros((1, 2, 2)), fixed, unaligned, np.zeros((2, 2), ">f8")]
    bad += [np.zeros((2, 2), object), [[0.0, 1.0]], None, np.zeros((2, 2), complex)]
    worse = [np.arange(3), np.zeros(3, np.uint32), np.zeros(3, "S4"), np.zeros(3, "m8[s]"), 5]
    good = np.zeros((2, 2))
    scale(good, 1)
    return [blamed(scale, g, 1.0) for g in bad] + [blamed(total, w) for w in worse], good.tolist(), total(np.arange(4, dtype=np.int32))
