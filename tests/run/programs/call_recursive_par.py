#: compare: exact
"""A recursive function with a par loop in it: halves of an array, each level in parallel or not."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def bump(v, depth):
    if len(v) <= 3 or depth == 0:
        for i in par(range(len(v))):
            v[i] = v[i] * 2 + depth
        return 1
    mid = len(v) // 2
    n = bump(v[:mid], depth - 1) + bump(v[mid:], depth - 1)
    for i in par(range(len(v))):
        v[i] += 1
    return n


def run(a: NDArray[np.int64], depth: int) -> int:
    for i in par(range(len(a))):
        a[i] -= 5
    return bump(a, depth)


def main():
    res = []
    for n, depth in ((0, 3), (1, 3), (40, 0), (40, 2), (100, 9)):
        a = np.arange(n)
        res.append((run(a, depth), a))
    return res
