#: compare: exact
"""round(): half to even, with digits of both signs, huge and tiny values, the types of the results."""
import numpy as np
from numpy.typing import NDArray

from lib_errors import caught

from parc import par


def rounded(v: NDArray[np.float64], ints: NDArray[np.int64], out: NDArray[np.float64]):
    for i in par(range(len(v))):
        x = float(v[i])
        ints[i] = round(x)
        out[i, 0] = round(x, 1)
        out[i, 1] = round(x, 2)
        out[i, 2] = round(x, -1)
        out[i, 3] = round(x, 0)
        out[i, 4] = round(x, 17)
        out[i, 5] = round(x, 400) + round(x, -400)


def kinds(x: float, n: int):
    r = 0
    for i in par(range(n)):
        r = round(x * i)
    return r, round(x), round(x, 1), round(x, -1)


def bad(a: NDArray[np.float64], n: int) -> int:
    r = 0
    for i in par(range(len(a))):
        r = round(float(a[i]))
    return r


def main():
    v = [0.5, 1.5, 2.5, -0.5, -1.5, -2.5, 0.05, 0.15, 0.25, 2.675, 1.005, 1e15 + 0.5, -0.0, 0.04, -0.04, 4503599627370497.5, 5.0, 15.0, 25.0]
    v = np.array(v + [k / 8 for k in range(-80, 80)])
    ints, out = np.zeros(len(v), np.int64), np.zeros((len(v), 6))
    rounded(v, ints, out)
    nan, inf = float("nan"), float("inf")
    return ints, out, kinds(2.5, 4), kinds(-7.45, 1), [caught(bad, np.array([1.0, x]), 1) for x in (nan, inf, -inf, 2.5)]
