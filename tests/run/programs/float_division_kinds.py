#: compare: exact
"""Division by zero: Python floats and ints raise, NumPy elements give inf or nan, mixes follow NumPy."""
import numpy as np
from numpy.typing import NDArray

from lib_errors import caught

from parc import par


def elements(a: NDArray[np.float64], b: NDArray[np.float64], out: NDArray[np.float64]):
    for i in par(range(len(a))):
        out[i, 0] = a[i] / b[i]
        out[i, 1] = a[i] // b[i]
        out[i, 2] = a[i] % b[i]
        out[i, 3] = 1.0 / b[i]
        out[i, 4] = 1 / b[i]
        out[i, 5] = a[i] / 0.0
        out[i, 6] = a[i] % 0


def python(which: int, x: float, a: NDArray[np.float64], out: NDArray[np.float64]):
    for i in par(range(len(a))):
        y = float(a[i])
        if which == 0:
            out[i] = x / y
        elif which == 1:
            out[i] = x // y
        elif which == 2:
            out[i] = x % y
        elif which == 3:
            q, r = divmod(x, y)
            out[i] = q - r
        elif which == 4:
            out[i] = 1 / y
        else:
            out[i] = a[i] / y


def main():
    a = np.array([1.0, -1.0, 0.0, -0.0, float("inf"), float("nan"), 3.5])
    b = np.array([0.0, 0.0, 0.0, 2.0, -0.0, 0.0, -0.0])
    out = np.zeros((7, 7))
    elements(a, b, out)
    return out, [caught(python, w, -2.5, v, np.zeros(7)) for w in range(6) for v in (b[3:], a, np.ones(7))]
