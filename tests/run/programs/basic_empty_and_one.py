#: compare: exact
#: may-refuse: yes
"""Nothing to do, one thing to do: every kind of loop with zero and one iterations."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def work(a: NDArray[np.int64], n: int) -> tuple[int, int, int, bool, int]:
    s, last, count, hit = 0, -1, 0, False
    best = -(10**9)
    for i in par(range(n)):
        a[i] += 5
        s += int(a[i])
        last = i
        count += 1
        if a[i] > 100:
            hit = True
        best = max(best, int(a[i]))
    return s, last, count, hit, best


def backwards(a: NDArray[np.int64], lo: int, hi: int) -> int:
    p = 1
    for i in par(range(hi, lo, -1)):
        a[i] = i * 100
        p *= i
    return p


def main():
    a = np.arange(6)
    res = [work(a, n) for n in (0, -1, 1, 2, 6)]
    res += [backwards(a, lo, hi) for lo, hi in ((0, 0), (0, 1), (3, 2), (1, 5), (-1, 0))]
    return res, a, work(a[:0], 0)
