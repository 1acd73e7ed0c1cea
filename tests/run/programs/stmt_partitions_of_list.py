#: compare: exact
"""par over partitions given as rows, as a list of bounds and as numbers, with a callee that updates one."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def update_partition(part, k):
    for r in range(part.shape[0]):
        for c in range(1, part.shape[1]):
            part[r, c] += part[r, c - 1] * k


def by_item(parts: NDArray[np.int64]):
    par i in parts:
        update_partition(i, 2)


def by_number(parts: NDArray[np.int64], rounds: int):
    for t in range(rounds):
        par i in range(len(parts)):
            update_partition(parts[i], i % 3 - 1)


def totals(a: NDArray[np.int64], starts: list[int], stops: list[int], out: NDArray[np.int64]):
    par k, (lo, hi) in enumerate(zip(starts, stops)):
        s = 0
        for x in a[lo:hi]:
            s += int(x)
        out[k] = s


def main():
    p = np.arange(8 * 5 * 6).reshape(8, 5, 6) % 17
    by_item(p)
    by_number(p, 3)
    out = np.zeros(4, np.int64)
    totals(np.arange(100), [0, 10, 50, 90], [10, 50, 50, 120], out)
    return p, out
