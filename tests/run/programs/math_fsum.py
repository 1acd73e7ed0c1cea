#: compare: exact
"""math.fsum of everything that can be run over: rounding, ties, cancellation, infinities, NaN and overflow."""
import math
import random

import numpy as np
from numpy.typing import NDArray

from parc import par

import lib_errors


def of_list(xs: list[float]) -> float:
    total = 0.0
    for _ in par(range(1)):
        total = math.fsum(xs)
    return total


def rows(a: NDArray[np.float64], starts: list[int], out: NDArray[np.float64]):
    for i in par(range(len(starts) - 1)):
        out[i] = math.fsum(a[starts[i] : starts[i + 1]])


def kinds(ints: list[int], flags: list[bool], small: NDArray[np.float32], bytes_: NDArray[np.uint8], n: int) -> tuple[float, float, float, float, float, float]:
    a = b = c = d = e = f = 0.0
    for i in par(range(n)):
        a = math.fsum(ints)
        b = math.fsum(flags)
        c = math.fsum(small)
        d = math.fsum(bytes_)
        e = math.fsum(range(i, 3 * i, 7))
        f = math.fsum((i, small[0], 0.1, True, -i)) + math.fsum([0.1, 0.2, 0.3]) + math.fsum(())
    return a, b, c, d, e, f


def main():
    rnd = random.Random(5)
    big, tiny = 1.7e308, 5e-324
    cases = [[], [-0.0], [0.0, -0.0], [1e16, 1.0, -1e16], [1e16, 1.0, 1e-16], [1.0, 2.0**-53, 2.0**-106], [1.0, -(2.0**-54), -(2.0**-108)]]
    cases += [[2.0**53, 1.0, 1.0], [2.0**53, 1.0, 2.0**-1074], [0.1] * 10, [tiny, tiny, -tiny], [tiny] * 3 + [1.0], [1.0, 1e100, 1.0, -1e100] * 1000]
    cases += [[math.inf, 1.0], [-math.inf, -math.inf], [math.inf, -math.inf], [math.nan, 1.0], [math.nan, math.inf], [1e308, math.inf, 1e308]]
    cases += [[big, big], [big, big, -big], [big, -big, big], [-big, -big, math.inf], [big, big / 2**53, big / 2**53]]
    for _ in range(60):
        xs = [rnd.gauss(0, 1) * 10.0 ** rnd.randint(-300, 300) for _ in range(rnd.randint(1, 60))]
        cases.append(xs + [-x for x in rnd.sample(xs, len(xs) // 2)])
    out = [lib_errors.spot(of_list, xs) for xs in cases]
    a = np.concatenate([np.array(xs) for xs in cases[-60:]])
    starts = [0]
    for xs in cases[-60:]:
        starts.append(starts[-1] + len(xs))
    sums = np.zeros(60)
    rows(a, starts, sums)
    out.append(kinds([2**60, 1, -(2**60)], [True, False], np.array([0.1, 0.2], np.float32), np.arange(9, dtype=np.uint8), 20))
    return out, sums
