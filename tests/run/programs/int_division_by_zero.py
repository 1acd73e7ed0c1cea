#: compare: exact
"""/ // % divmod and pow by zero of Python ints: type, message and line of each."""
import numpy as np
from numpy.typing import NDArray

from lib_errors import caught

from parc import par


def divide(which: int, a: int, b: int, out: NDArray[np.float64]):
    for i in par(range(len(out))):
        d = b - i
        if which == 0:
            out[i] = a / d
        elif which == 1:
            out[i] = a // d
        elif which == 2:
            out[i] = a % d
        elif which == 3:
            q, r = divmod(a, d)
            out[i] = q + r
        else:
            x = float(a)
            x /= d
            out[i] = x


def main():
    res = []
    for which in range(5):
        for b in (0, 4, 5, -1):
            out = np.zeros(5)
            res.append((caught(divide, which, 17, b, out), out[: b if b == 4 else 0]))
    return res
