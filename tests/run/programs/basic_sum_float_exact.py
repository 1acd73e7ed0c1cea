#: compare: exact
"""Sums of floats that are exact in any order have the bits of plain Python; minus and products too."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def quarters(a: NDArray[np.float64]) -> tuple[float, float]:
    s, d = 0.0, 1000.0
    for i in par(range(len(a))):
        s += float(a[i])
        d -= float(a[i])
    return s, d


def powers(n: int) -> float:
    p = 1.0
    for i in par(range(n)):
        p *= 2.0 if i % 3 else 0.5
    return p


def halves(n: int) -> float:
    p = 1.0
    for i in par(range(n)):
        p /= 2.0
    return p


def main():
    a = (np.arange(20000) % 4001 - 2000) / 4.0
    return quarters(a), quarters(a[:1]), quarters(a[:0]), powers(0), powers(1500), halves(1000), halves(1075)
