#: compare: exact
"""A constant, the loop variable and an expression of it, into three dtypes."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def ones(out: NDArray[np.float64]):
    for i in par(range(len(out))):
        out[i] = 1.0


def index(out: NDArray[np.int64]):
    for i in par(range(len(out))):
        out[i] = i


def alternate(out: NDArray[np.bool_]):
    for i in par(range(len(out))):
        out[i] = i % 2 == 0


def main():
    a, b, c = np.zeros(700), np.zeros(701, np.int64), np.zeros(702, np.bool_)
    ones(a)
    index(b)
    alternate(c)
    return a, b, c
