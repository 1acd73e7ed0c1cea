#: compare: exact
"""abs, min, max, int, bool, float, round, sum of ints, with several arguments and mixed bools."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def builtins(a: NDArray[np.int64], out: NDArray[np.int64]):
    for i in par(range(len(a))):
        k = int(a[i])
        out[i, 0] = abs(k)
        out[i, 1] = min(k, 3, -i)
        out[i, 2] = max(k, i, 5, -k)
        out[i, 3] = int(bool(k)) + int(True)
        out[i, 4] = round(k)
        out[i, 5] = round(k, -1)
        out[i, 6] = round(k, -2) + round(k, 3)
        out[i, 7] = sum((k, i, 1)) + sum((k, 2), 10)
        out[i, 8] = any((k > 3, k < -3)) + 2 * all((k > -5, k < 5))


def types(n: int):
    s = 0
    for i in par(range(n)):
        s += i
    return abs(-n), min(n, 2), max(True, n > 3), min(False, True), round(n), float(n), bool(n), int(n > 1), s


def main():
    a = np.array([0, 1, 4, 5, 6, 15, 25, 35, -5, -15, -25, 149, 150, 151, 250, 350, -150, -250, 10**15 + 50])
    out = np.zeros((len(a), 9), np.int64)
    builtins(a, out)
    return out, [types(n) for n in (0, 1, 7)]
