#: compare: exact
"""math.dist of tuples, lists and arrays of any length, and math.hypot beside it."""
import math
import random

import numpy as np
from numpy.typing import NDArray

from parc import par

import lib_errors


def pairs(a: NDArray[np.float64], b: NDArray[np.float64], k: int, out: NDArray[np.float64]):
    for i in par(range(len(out))):
        out[i] = math.dist(a[i * k : i * k + k], b[i * k : i * k + k])


def lists(xs: list[float], ks: list[int], single: NDArray[np.float32]) -> tuple[float, float, float, float]:
    a = b = c = d = 0.0
    for i in par(range(3)):
        a = math.dist(xs, ks)
        b = math.dist([i, 2.5, -1], (1, 2, 3))
        c = math.dist((i, 0.5, 7.0), xs)
        d = math.dist(single, xs) + math.dist((), ()) + math.dist((3,), (5.5,))
    return a, b, c, d


def of(p: list[float], q: list[float]) -> float:
    d = 0.0
    for _ in par(range(1)):
        d = math.dist(p, q)
    return d


def main():
    rnd = random.Random(11)
    out = []
    for k in (1, 2, 3, 5, 40):
        a = np.array([rnd.gauss(0, 1) * 10.0 ** rnd.randint(-8, 8) for _ in range(50 * k)])
        b = np.array([rnd.gauss(0, 1) * 10.0 ** rnd.randint(-8, 8) for _ in range(50 * k)])
        d = np.zeros(50)
        pairs(a, b, k, d)
        out.append(d)
    out.append(lists([0.5, 2.5, -1.0], [3, 2**40, -7], np.array([1.5, 0.1, 3.0], np.float32)))
    inf, nan, tiny = math.inf, math.nan, 5e-324
    zeros = [0.0] * 3
    for p in ([], [nan, inf, 1.0], [nan, 1.0, 2.0], [inf, 1.0, -inf], [tiny, tiny, 3 * tiny], [1e300, 1e308, 1e-300], [0.0, -0.0, 0.0], [1.0, 2.0], [1e-310, 2e-310, 3e-309]):
        out.append(lib_errors.spot(of, p, zeros[: len(p)]))
        out.append(lib_errors.spot(of, p, zeros))
    return out
