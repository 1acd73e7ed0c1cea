#: compare: exact
"""a * x + y with a scalar argument, in place and out of place."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def axpy(a: float, x: NDArray[np.float64], y: NDArray[np.float64]):
    for i in par(range(len(x))):
        y[i] += a * x[i]


def combine(a: float, x: NDArray[np.float64], b: float, y: NDArray[np.float64]) -> NDArray[np.float64]:
    out = np.empty(len(x))
    for i in par(range(len(x))):
        out[i] = a * x[i] + b * y[i]
    return out


def main():
    x, y = np.arange(3001) / 3.0, np.arange(3001)[::-1] / 7.0
    y = y.copy()
    axpy(0.1, x, y)
    axpy(-3, x, y)
    return y, combine(1.5, x, -0.25, y)
