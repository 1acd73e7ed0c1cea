#: compare: exact
"""One list or array passed for two parameters stays one object: what is written through one is seen by both."""
import warnings

import numpy as np
from numpy.typing import NDArray

from parc import par


def add(xs: list[int], ys: list[int]):
    for i in par(range(len(xs))):
        xs[i] = ys[i] + 10


def cross(a: NDArray[np.int64], b: NDArray[np.int64], out: NDArray[np.int64]):
    for i in par(range(len(a))):
        out[i] = a[i] * 100 + b[-1 - i]


def rows(m: list[list[int]], extra: list[int]):
    for i in par(range(len(m))):
        m[i][0] = i
    for i in par(range(len(extra))):
        extra[i] += 1000


def main():
    warnings.simplefilter("ignore")
    xs = list(range(8))
    add(xs, xs)
    a = np.arange(40)
    out = np.zeros(40, np.int64)
    cross(a, a, out)
    cross(a, a, a)
    shared = [1, 2, 3]
    rows([shared, [4, 5]], shared)
    twice = [7, 8]
    rows([[0, 0], twice], [1])
    return xs, out, a, shared, twice
