#: compare: exact
"""Loops that are independent under a condition on values: Python's answer whether it holds or not."""
import warnings

import numpy as np
from numpy.typing import NDArray

from parc import par


def shift(a: NDArray[np.int64], n: int, k: int):
    for i in par(range(n)):
        a[i] = a[i + k] * 3 + 1


def back(a: NDArray[np.int64], k: int):
    for i in par(range(k, len(a))):
        a[i] = a[i - k] * 3 + 1


def from_start(a: NDArray[np.int64], lo: int, hi: int):
    for i in par(range(lo, hi)):
        a[i] = a[i] * 5 + i


def every_third_down(a: NDArray[np.int64]):
    for i in par(range(len(a) - 1, -1, -3)):
        a[i] = a[i - 1] * 2 + 1


def flagged(a: NDArray[np.int64], first: bool):
    for i in par(range(len(a))):
        a[i] = i * 7
        if first:
            a[0] = a[i] + 1


def wide(a: NDArray[np.int64], n: int, width: int):
    for i in par(range(n)):
        for j in range(width):
            a[8 * i + j] = a[8 * i + j] * 2 + i


def of_list(xs: list[int], k: int):
    for i in par(range(len(xs) - abs(k))):
        xs[i] = (xs[i + k] * 3 + 1) % 1009


def of_numpy_ints(a: NDArray[np.int64], n: np.uint64, k: np.int32):
    for i in par(range(int(n))):
        a[i] = a[i + int(k)] * 3 + 1


def in_time(a: NDArray[np.int64], steps: int):
    for t in range(steps):
        for i in par(range(len(a) // 2)):
            a[i] = a[i + t] * 3 + t


def in_rows(m: NDArray[np.int64], n: int, k: int):
    for r in par(range(m.shape[0])):
        for i in par(range(n)):
            m[r, i] = m[r, i + k] * 3 + 1


def outcome(function, data, *args):
    """What the call left in `data`, or its exception: what later iterations did is then open."""
    try:
        function(data, *args)
    except (IndexError, OverflowError, ValueError) as error:
        return type(error).__name__, str(error)
    return data


def main():
    warnings.simplefilter("ignore")
    res = []
    start = np.arange(120) % 11
    for n, k in ((50, 0), (50, 1), (50, 49), (50, 50), (50, 51), (50, -1), (50, -50), (50, -60), (50, -70), (50, -119)):
        res.append(outcome(shift, start.copy(), n, k))
        res.append(outcome(of_numpy_ints, start.copy(), np.uint64(n), np.int32(k)))
    for k in (0, 1, 59, 60, 61, 119, 120, -1, -60):
        res.append(outcome(back, start.copy(), k))
        res.append(outcome(of_list, start.tolist(), k))
    for lo, hi in ((0, 120), (3, 5), (-1, 120), (-40, 60), (-60, 60), (-61, 60), (-10, 0), (-120, 0), (119, 120)):
        res.append(outcome(from_start, start.copy(), lo, hi))
    for size in (118, 119, 120):
        a = start[:size].copy()
        every_third_down(a)
        res.append(a)
    for first in (False, True):
        a = start.copy()
        flagged(a, first)
        res.append(a)
    for width in (-3, 0, 1, 8, 9, 16):
        a = start.copy()
        wide(a, 14, width)
        res.append(a)
    a = start.copy()
    in_time(a, 61)
    res.append(a)
    for k in (0, 1, 9, 10, 12):
        m = start.reshape(5, 24).copy()
        in_rows(m, 10, k)
        res.append(m)
    return res
