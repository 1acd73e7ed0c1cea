#: compare: exact
"""Several par loops in a function, and one in a serial loop, with scalar code between them."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def pipeline(a: NDArray[np.int64], rounds: int) -> tuple[int, int]:
    n = len(a)
    steps = 0
    for r in range(rounds):
        for i in par(range(n)):
            a[i] = (a[i] * 5 + r) % 1009
        steps += 1
        if steps % 2 == 0:
            for i in par(range(0, n, 2)):
                a[i] = -a[i]
    s = 0
    for i in par(range(n)):
        s += int(a[i])
    m = s // (n if n > 0 else 1)
    for i in par(range(n)):
        a[i] -= m
    return s, m


def main():
    a = np.arange(1500)
    return pipeline(a, 7), a, pipeline(a, 0), a, pipeline(a[:0], 3)
