#: compare: exact
"""The lowest iteration of nested par loops: by the outer index first, then the inner; in callees with loops."""
import numpy as np
from numpy.typing import NDArray

from lib_errors import caught

from parc import par


def nested(m: NDArray[np.int64]) -> int:
    s = 0
    for i in par(range(m.shape[0])):
        for j in par(range(m.shape[1])):
            if m[i, j] < 0:
                raise ValueError(f"negative at {i}, {j}")
            s += 100 // (int(m[i, j]) - 5)
    return s


def fill(row, k):
    for j in par(range(len(row))):
        row[j] = 60 // (j - k)


def calls(m: NDArray[np.int64], first: int):
    for i in par(range(m.shape[0])):
        fill(m[i], first - i)


def main():
    good = np.full((40, 50), 7)
    res = []
    for cells in (((3, 40, -1), (4, 0, -1)), ((3, 40, 5), (3, 41, -1)), ((39, 49, -1),), ((0, 0, 5), (0, 1, -1)), ((20, 5, -1), (10, 45, 5))):
        m = good.copy()
        for i, j, x in cells:
            m[i, j] = x
        res.append(caught(nested, m))
    return res, nested(good), caught(calls, good, 70), caught(calls, good, 1000), caught(calls, good, -1)
