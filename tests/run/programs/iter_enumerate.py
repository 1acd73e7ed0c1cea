#: compare: exact
"""enumerate with and without a start, negative and large starts, over arrays and ranges."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def plain(a: NDArray[np.float64], out: NDArray[np.float64]):
    for i, x in par(enumerate(a)):
        out[i] = x * i


def started(a: NDArray[np.int64], start: int) -> tuple[int, int]:
    s, k = 0, -1
    for k, x in par(enumerate(a, start)):
        s += k * int(x)
    return s, k


def of_range(n: int) -> int:
    s = 0
    for k, i in par(enumerate(range(n, 0, -2), start=10)):
        s += k * i
    return s


def serial(out: NDArray[np.int64]):
    for i in par(range(len(out))):
        for k, x in enumerate(range(i)):
            out[i] += k * x


def main():
    a = np.arange(3000) % 19
    out, s = np.zeros(3000), np.zeros(40, np.int64)
    plain(a / 4.0, out)
    serial(s)
    return out, [started(a[: 7 * n], n) for n in (0, 1, -5, 100)], [of_range(n) for n in (0, 1, 2, 999)], s
