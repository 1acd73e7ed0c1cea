#: compare: exact
"""The last value of an array variable, also where few iterations assign it, with extremes, `break` and `return`."""
import numpy as np
from numpy.typing import NDArray

from parc import par

import lib_errors


def conditional(a: NDArray[np.float64], k: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    made = np.zeros(1)
    seen = a[:1]
    for i in par(range(len(a))):
        if i % k == 7:
            made = np.full(3, i + 0.5)
        if i % k == 5:
            seen = a[i : i + 2]
    return made, seen


def best_window(a: NDArray[np.float64]) -> tuple[float, NDArray[np.float64], NDArray[np.float64]]:
    best = -1.0
    window = a[:0]
    copy = np.zeros(1)
    for i in par(range(len(a))):
        x = float(a[i])
        if x > best:
            best = x
            window = a[i : i + 2]
            copy = np.full(2, x)
    return best, window, copy


def until(a: NDArray[np.float64], stop: int) -> tuple[int, NDArray[np.float64]]:
    made = np.zeros(1)
    for i in par(range(len(a))):
        made = np.full(2, i + 0.5)
        if i == stop:
            break
    return i, made


def found(a: NDArray[np.float64], stop: int) -> NDArray[np.float64]:
    for i in par(range(len(a))):
        if i >= stop:
            return np.full(2, i + 0.25)
    return np.zeros(0)


def failing(a: NDArray[np.float64], bad: int) -> NDArray[np.float64]:
    made = np.zeros(1)
    for i in par(range(len(a))):
        made = np.full(2, i + 0.5)
        assert i < bad
    return made


def main():
    a = np.arange(20000) * 37 % 9973 / 1.0
    out = [conditional(a, 1000), conditional(a, 7), conditional(a[:6], 1000), conditional(a, 10**6)]
    out += [best_window(a), best_window(a[::-1]), best_window(a[:0]), best_window(a[:1])]
    for stop in (0, 1, 1023, 1024, 15000, 10**6):
        out += [until(a, stop), found(a, stop), lib_errors.spot(failing, a, stop)]
    return out
