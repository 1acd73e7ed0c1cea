#: compare: exact
"""math and numpy under other names, and single functions of theirs imported."""
import math as m
from math import floor, pi, sqrt as root

import numpy
import numpy.typing
from numpy import float64, zeros

from parc import par


def areas(r: numpy.typing.NDArray[float64]) -> numpy.typing.NDArray[float64]:
    out = zeros(len(r))
    for i in par(range(len(r))):
        out[i] = pi * r[i] * r[i] + m.sin(float(r[i])) + root(i) + floor(i / 2) + numpy.int8(3)
    return out


def main():
    return areas(numpy.arange(500) / 16.0), areas(numpy.zeros(0))
