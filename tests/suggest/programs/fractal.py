"""Escape times, through a function without annotations."""
import numpy as np
from numpy.typing import NDArray

STEPS = 60


def escape(re, im):
    x, y = 0.0, 0.0
    for n in range(STEPS):  # serial: called in parallel loops only
        if x * x + y * y > 4.0:
            return n
        x, y = x * x - y * y + re, 2.0 * x * y + im
    return STEPS


def render(out: NDArray[np.int32], size: float) -> None:
    for row in range(out.shape[0]):  # par
        for column in range(out.shape[1]):
            out[row, column] = escape(column * size - 2.0, row * size - 1.0)


def example():
    out = np.zeros((40, 60), dtype=np.int32)
    render(out, 0.05)
    return out.tolist()
