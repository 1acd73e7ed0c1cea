#: compare: exact
"""s += e, s = s + e, s -= e and mixes of them, under conditions and with continue; no sign is lost."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def mixed(a: NDArray[np.int64]) -> tuple[int, int]:
    s, t = 5, -5
    for i in par(range(len(a))):
        x = int(a[i])
        if x % 3 == 0:
            s += x
            t = t - 2 * x
        elif x % 3 == 1:
            s -= x
            continue
        else:
            s = s - i
            t = t + x
        t += 1
    return s, t


def chain(a: NDArray[np.int64]) -> int:
    s = 0
    for i in par(range(len(a))):
        s = s + int(a[i]) + i
    return s


def counted_inside(a: NDArray[np.int64]) -> int:
    n = 0
    for x in par(a):
        k = int(x)
        while k > 0:
            n += k % 10
            k //= 10
    return n


def main():
    a = np.arange(7001) * 48271 % 1999
    return [mixed(v) for v in (a, a[:1], a[:0], a[::-1])], chain(a), chain(a[:0]), counted_inside(a)
