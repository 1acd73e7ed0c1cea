#: compare: exact
"""Stores of floats into float32, bool and integer elements; NaN and infinities into integers."""
import numpy as np
from numpy.typing import NDArray

from lib_errors import caught, spot

from parc import par


def narrow(a: NDArray[np.float32], x: NDArray[np.float64]):
    for i in par(range(len(a))):
        a[i] = x[i] * 1.1


def truth(a: NDArray[np.bool_], x: NDArray[np.float64]):
    for i in par(range(len(a))):
        a[i] = x[i]


def python_nan(a: NDArray[np.int64], x: NDArray[np.float64]):
    for i in par(range(len(a))):
        a[i] = float(x[i])


def numpy_nan(a: NDArray[np.int32], x: NDArray[np.float64]):
    for i in par(range(len(a))):
        a[i] = x[i]


def unsigned(a: NDArray[np.uint16], x: NDArray[np.float64]):
    for i in par(range(len(a))):
        a[i] = float(x[i])


def main():
    inf, nan = float("inf"), float("nan")
    x = np.array([0.0, -0.0, 1.5, 1e300, -1e-50, inf, nan, 5e-46])
    f, b = np.zeros(8, np.float32), np.zeros(8, np.bool_)
    narrow(f, x)
    truth(b, x)
    res = []
    for bad in (nan, inf, -inf):
        y = np.arange(8.0)
        y[[3, 6]] = bad
        res += [caught(python_nan, np.zeros(8, np.int64), y), caught(numpy_nan, np.zeros(8, np.int32), y) if bad == bad else 0]
    res += [spot(python_nan, np.zeros(8, np.int64), np.full(8, 1e300)), caught(numpy_nan, np.zeros(8, np.int32), np.full(8, 2.0**40))]
    return f, b, res, caught(unsigned, np.zeros(8, np.uint16), np.full(8, nan)), caught(python_nan, np.zeros(8, np.int64), x[:3])
