#: compare: exact
"""More threads than iterations, one thread, chunks larger than the loop, huge thread counts of nested loops."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def small(a: NDArray[np.int64]) -> int:
    s = 0
    for i in par(range(len(a)), threads=16):
        a[i] += 1
        s += int(a[i])
    for i in par(range(len(a)), threads=1):
        a[i] *= 2
    for i in par(range(len(a)), schedule="dynamic", chunk=1000000):
        a[i] -= 3
    for _ in par(range(3), threads=8):
        for j in par(range(2), threads=8):
            s += j
    return s


def main():
    a = np.arange(5)
    return small(a), a, small(a[:1]), small(a[:0]), a
