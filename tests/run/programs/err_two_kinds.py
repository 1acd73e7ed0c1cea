#: compare: exact
"""Different exceptions in different iterations: the lowest iteration wins, however late it fails."""
import math

import numpy as np
from numpy.typing import NDArray

from lib_errors import caught

from parc import par


def mixed(a: NDArray[np.int64], table: NDArray[np.float64], out: NDArray[np.float64]):
    for i in par(range(len(a))):
        k = int(a[i])
        if k == -1:
            raise RuntimeError("minus one")
        assert k != -2, "minus two"
        out[i] = table[k] + 10 / (k - 5)
        out[i] += math.sqrt(k - 1)


def slow_first(n: int, at: int, spin: int) -> int:
    s = 0
    for i in par(range(n)):
        t = 0
        if i == at:
            for k in range(spin):
                t += k & 3
            raise ValueError(f"slow {t}")
        if i > at:
            raise KeyError("fast")
        s += i
    return s


def main():
    good = np.arange(6000) % 3 + 2
    res = []
    for places in ((100, -1, 50, -2), (50, -1, 100, -2), (5999, 5, 5998, 0), (0, 20, 1, -1), (3000, 5, 2999, 99), (7, -50, 8, 5)):
        a = good.copy()
        a[places[0]], a[places[2]] = places[1], places[3]
        res.append(caught(mixed, a, np.ones(20), np.zeros(6000)))
    return res, [caught(slow_first, 4000, at, 60000) for at in (0, 1, 2000, 3999)], slow_first(10, 10, 5)
