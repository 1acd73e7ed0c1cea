#: compare: exact
"""The traceback names every native function on the way: file, function and line of each call."""
import numpy as np
from numpy.typing import NDArray

from lib_errors import caught

from parc import par


def deepest(x, limit):
    if x > limit:
        raise OverflowError(f"{x} is above {limit}")
    return 100 // x


def middle(row, k, limit):
    s = 0
    for x in row:
        s += deepest(int(x), limit) * k
    return s


def outer(m: NDArray[np.int64], limit: int, out: NDArray[np.int64]):
    for i in par(range(m.shape[0])):
        out[i] = middle(
            m[i],
            i + 1,
            limit,
        )


def entry(m: NDArray[np.int64], limit: int) -> int:
    out = np.zeros(m.shape[0], np.int64)
    outer(m, limit, out)
    s = 0
    for i in par(range(len(out))):
        s += int(out[i])
    return s


def main():
    m = np.arange(1, 401).reshape(40, 10)
    res = [caught(entry, m, k) for k in (400, 399, 55, 0)]
    m[[30, 12], 5] = 0
    return res + [caught(entry, m, k) for k in (400, 200, 100)]
