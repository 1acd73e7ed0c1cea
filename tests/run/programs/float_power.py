#: compare: exact
"""** of floats is libm's pow, also with 2.0 and 0.5; zero to a negative raises for Python floats only."""
import numpy as np
from numpy.typing import NDArray

from lib_errors import caught

from parc import par


def python(v: NDArray[np.float64], e: NDArray[np.float64], out: NDArray[np.float64]):
    for i in par(range(len(v))):
        for j in range(len(e)):
            x, y = float(v[i]), float(e[j])
            if (x == 0.0 and y < 0.0) or (x < 0.0 and y != y // 1.0):
                continue
            if abs(x) < 1e9 or abs(y) < 30.0:
                out[i, j] = x**y


def squares(a: NDArray[np.float64], out: NDArray[np.float64]):
    for i in par(range(len(a))):
        x = float(a[i])
        out[i, 0] = x**2
        out[i, 1] = x**2.0
        out[i, 2] = a[i] ** 2
        out[i, 3] = x**0.5
        out[i, 4] = a[i] ** -1.5
        out[i, 5] = 1.01**x
        out[i, 6] = pow(x, 3)


def special(which: int, x: float, y: float, a: NDArray[np.float64]) -> float:
    r = 0.0
    for i in par(range(1)):
        r = x**y if which == 0 else float(a[i] ** y)
    return r


def main():
    v, e = np.array([0.0, -0.0, 0.5, 1.0, -1.0, -2.0, 3.7, 1e10]), np.array([0.0, 1.0, -1.0, 2.0, -3.0, 0.5, 0.1, 60.0])
    out, s = np.zeros((8, 8)), np.zeros((4000, 7))
    python(v, e, out)
    squares((np.arange(4000) + 1) / 333.0, s)
    cases = ((0, 0.0, -1.0), (0, -0.0, -2.5), (0, 10.0, 400.0), (0, -10.0, 401.0), (1, 0.0, -1.0), (1, 0.0, 400.0))
    return out, s, [caught(special, *c, np.array([0.0])) for c in cases], special(1, 0.0, 400.0, np.array([10.0]))
