#: compare: exact
"""Each arithmetic error with its own message, in one loop of three thousand, at its own line."""
import math

import numpy as np
from numpy.typing import NDArray

from lib_errors import caught

from parc import par


def fail(which: int, a: NDArray[np.int64], f: NDArray[np.float64], out: NDArray[np.float64]):
    for i in par(range(len(a))):
        k, x = int(a[i]), float(f[i])
        if which == 0:
            out[i] = 1 // k
        elif which == 1:
            out[i] = 1.0 / x
        elif which == 2:
            out[i] = k % (k * 2)
        elif which == 3:
            out[i] = math.log(x)
        elif which == 4:
            out[i] = x**-0.5
        elif which == 5:
            out[i] = 1 << (k - 1)
        elif which == 6:
            out[i] = int(1e10 / f[i])
        elif which == 7:
            out[i] = math.exp(1000.0 - 900.0 * x)
        elif which == 8:
            out[i] = 5.0 % x
        else:
            out[i] = math.factorial(k - 1)


def main():
    a, f = np.ones(3000, np.int64), np.ones(3000)
    a[[2000, 2500]] = 0
    f[[1999, 2998]] = 0.0
    return [caught(fail, w, a, f, np.zeros(3000)) for w in range(10)]
