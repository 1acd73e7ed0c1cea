#: compare: exact
"""Nests of enumerate, zip, reversed and range over arrays, lists and tuples, with nested targets."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def enumerated_pairs(a: NDArray[np.int64], xs: list[float]) -> tuple[int, float]:
    n, m = 0, -1.0
    for k, (x, y) in par(enumerate(zip(reversed(a), xs), 5)):
        n += k * int(x)
        m = max(m, y)
    return n, m


def zipped_numbers(a: NDArray[np.int64], b: NDArray[np.int64], out: NDArray[np.int64]):
    for (i, x), y in par(zip(enumerate(a), b[::-1])):
        out[i] = x * 100 + y


def ranges(n: int) -> int:
    s = 0
    for i, (j, (k, t)) in par(zip(range(n), enumerate(zip(range(n, 0, -1), (7, 8, 9, 10))))):
        s += i * 1000 + j * 100 + k * 10 + t
    return s


def serial(a: NDArray[np.int64], out: NDArray[np.int64]):
    for i in par(range(len(out))):
        for k, (x, y) in enumerate(zip(a[i:], reversed(a[: i + 1]))):
            out[i] += (k + 1) * x * y


def main():
    a, out, s = np.arange(700) % 31, np.zeros(700, np.int64), np.zeros(40, np.int64)
    zipped_numbers(a, a, out)
    serial(a[:40], s)
    xs = [k / 4 for k in range(500)]
    return enumerated_pairs(a, xs), enumerated_pairs(a[:0], xs), out, [ranges(n) for n in (0, 1, 3, 4, 9)], s
