#: compare: float-reduction
"""Sums of floats: plain, of products, of squares; empty and single."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def total(a: NDArray[np.float64]) -> float:
    s = 0.0
    for i in par(range(len(a))):
        s += a[i]
    return s


def dot(a: NDArray[np.float64], b: NDArray[np.float64]) -> float:
    s = 0.0
    for i in par(range(len(a))):
        s += a[i] * b[i]
    return s


def centred(a: NDArray[np.float64], mean: float) -> float:
    s = 0.0
    for x in par(a):
        s += (x - mean) * (x - mean)
    return s


def main():
    a = np.arange(100003) * 7919 % 10007 / 16.0
    b = a[::-1]
    return [float(f) for f in (total(a), dot(a, b), centred(a, 312.5), total(a[:1]), dot(a[:3], b[:3]), total(a[:1023]), total(a[:1025]))]
