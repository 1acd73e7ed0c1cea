#: compare: exact
"""zip of two and three, the shortest ends it; pairs in a nested target; empty ones."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def dot(a: NDArray[np.int64], b: NDArray[np.int64]) -> int:
    s = 0
    for x, y in par(zip(a, b)):
        s += int(x) * int(y)
    return s


def three(a: NDArray[np.int64], b: NDArray[np.int64], n: int) -> tuple[int, int]:
    s = count = 0
    for x, i, y in par(zip(a, range(n), b)):
        s += int(x) * i - int(y)
        count += 1
    return s, count


def indexed(a: NDArray[np.float64], b: NDArray[np.float64], out: NDArray[np.float64]):
    for i, (x, y) in par(enumerate(zip(a, b))):
        out[i] = x - 2.0 * y


def serial(a: NDArray[np.int64], out: NDArray[np.int64]):
    for i in par(range(len(out))):
        s = 0
        for x, k in zip(a[i:], range(5)):
            s += int(x) * (k + 1)
        out[i] = s


def main():
    a, b = np.arange(2000) % 23, np.arange(3000) % 29
    out, s = np.zeros(2000), np.zeros(2000, np.int64)
    indexed(a / 2.0, b / 8.0, out)
    serial(a, s)
    return dot(a, b), dot(b, a), dot(a[:0], b), three(a, b, 100), three(a, b, 10**6), three(a, b, 0), out, s
