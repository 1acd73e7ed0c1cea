#: compare: exact
"""for-else of par loops: the else runs when no break did; continue is free; an empty loop runs the else."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def has(a: NDArray[np.int64], key: int) -> tuple[int, int]:
    n = -5
    for i in par(range(len(a))):
        if a[i] % 2 == 1:
            continue
        if a[i] == key:
            n = i
            break
    else:
        n = -1
    return n, n + 1


def no_break(n: int) -> int:
    s = 0
    for i in par(range(n)):
        if i % 3:
            continue
        s += i
    else:
        s += 1000
    return s


def serial_inside(out: NDArray[np.int64]):
    for i in par(range(len(out))):
        for d in range(2, i):
            if i % d == 0:
                out[i] = d
                break
            if d * d > i:
                continue
        else:
            out[i] = -1


def main():
    a = np.arange(12000) * 31 % 8009
    out = np.zeros(200, np.int64)
    serial_inside(out)
    return [has(a, k) for k in (0, 8008, 8007, 20000)], has(a[:0], 1), [no_break(n) for n in (0, 1, 7, 3000)], out
