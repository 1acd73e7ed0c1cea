#: compare: exact
"""The annotation forms of numbers and arrays: quoted, aliased, Annotated with sizes, lists of lists, tuples."""
from typing import Annotated

import numpy as np
from numpy.typing import NDArray

from parc import par


Vector = NDArray[np.float64]
Grid = Annotated[NDArray[np.float64], "n m"]


def alias(x: Vector, out: "NDArray[np.float64]", k: "int" = 2):
    for i in par(range(len(x))):
        out[i] = x[i] * k


def sized(a: Annotated[NDArray[np.float64], "n"], b: Annotated[NDArray[np.float64], "n"]) -> float:
    m = 0.0
    for i in par(range(len(a))):
        m = max(m, abs(float(a[i]) - float(b[i])))
    return m


def grid(g: Grid) -> tuple[int, int]:
    for i in par(range(g.shape[0])):
        for j in range(g.shape[1]):
            g[i, j] = i - j
    return g.shape


def lists(xs: list[list[int]], t: tuple[float, int], flags: list[bool]) -> int:
    s = 0
    for i, row in par(enumerate(xs)):
        for x in row:
            if flags[i]:
                s += x * t[1]
    return s + int(t[0])


def main():
    x, out, g = np.arange(6.0), np.zeros(6), np.zeros((2, 3))
    alias(x, out)
    mismatch = 0.0
    try:
        mismatch = sized(x, x[:5])
    except (ValueError, IndexError) as error:
        mismatch = -1.0
    return out, sized(x, out), mismatch, grid(g), g, lists([[1, 2], [3]], (2.5, 10), [True, False])
