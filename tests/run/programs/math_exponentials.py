#: compare: exact
"""exp, log and their kin, with two arguments and with ints, and roots, bit for bit."""
import math

import numpy as np
from numpy.typing import NDArray

from parc import par


def table(v: NDArray[np.float64], out: NDArray[np.float64]):
    for i in par(range(len(v))):
        x = float(v[i])
        y = abs(x) + 0.001
        out[i, 0] = math.exp(x)
        out[i, 1] = math.expm1(x)
        out[i, 2] = math.exp2(x)
        out[i, 3] = math.log(y)
        out[i, 4] = math.log2(y)
        out[i, 5] = math.log10(y)
        out[i, 6] = math.log1p(y)
        out[i, 7] = math.sqrt(y)
        out[i, 8] = math.cbrt(x)
        out[i, 9] = math.pow(y, 1.75)
        out[i, 10] = math.pow(x, 3)
        out[i, 11] = math.log(y, 3.0)
        out[i, 12] = math.log(y, 10)
        out[i, 13] = math.log(i + 2)


def ints(out: NDArray[np.float64]):
    for i in par(range(len(out))):
        k = 3**i + 1
        out[i, 0] = math.log(k)
        out[i, 1] = math.log2(k)
        out[i, 2] = math.log10(k)
        out[i, 3] = math.sqrt(k)
        out[i, 4] = math.exp(-i)
        out[i, 5] = math.log(k, 2)


def main():
    v = np.arange(-1500, 1501) / 25.0
    out, k = np.zeros((len(v), 14)), np.zeros((39, 6))
    table(v, out)
    ints(k)
    return out, k
