#: compare: exact
#: may-refuse: yes
"""Index errors of lists and tuples, indexing an empty list, lists of different lengths in one loop."""
import numpy as np
from numpy.typing import NDArray

from lib_errors import caught

from parc import par


def pick(xs: list[int], shift: int) -> int:
    s = 0
    for i in par(range(len(xs))):
        s += xs[i + shift]
    return s


def rows(m: list[list[float]], j: int, out: NDArray[np.float64]):
    for i in par(range(len(m))):
        out[i] = m[i][j]


def both(xs: list[float], ys: list[float], out: NDArray[np.float64]):
    for i in par(range(len(xs))):
        out[i] = xs[i] / ys[i]


def assign(xs: list[int], k: int):
    for i in par(range(len(xs))):
        xs[i + k] = i


def of_tuple(t: tuple[int, int, int], k: int) -> int:
    s = 0
    for i in par(range(2)):
        s += t[i + k]
    return s


def main():
    xs = list(range(300))
    res = [caught(pick, xs, s) for s in (0, 1, -1, -300, -301)] + [caught(pick, [], 5)]
    out = np.zeros(4)
    res += [caught(rows, [[1.0, 2.0], [3.0], [], [4.0]], j, out) for j in (0, 1, -1, -2)]
    res += [caught(both, [1.0, 2.0, 3.0], ys, out) for ys in ([1.0, 2.0, 4.0], [1.0, 2.0], [1.0, 0.0], [])]
    return res, [caught(assign, xs[:5], k) for k in (0, 1, -5, -6)], [caught(of_tuple, (1, 2, 3), k) for k in (0, 1, 2, -3, -4)]
