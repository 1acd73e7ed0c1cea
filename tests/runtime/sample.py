"""A module for the tests of the runtime: its native code is written by hand in sample_kernels.cpp."""
import os

import numpy as np
from numpy.typing import NDArray

from parc import f64, par

HERE = os.path.dirname(__file__)
REGISTRY = {}


def register(f):
    REGISTRY[f.__name__] = f
    return f


def fill(grid: NDArray[np.float64], count: int, weight: float = 1.0, *, shift: int = 0) -> int:
    """Fill `grid`."""
    for i in par(range(grid.shape[0])):
        for j in range(grid.shape[1]):
            grid[i, j] = count * weight + i + shift
    return count


def total(items: NDArray[np.int32]) -> int:
    s = 0
    for x in par(items):
        s += int(x)
    return s


def one_over(x: float) -> float:
    return 1.0 / x


def invert(xs: NDArray[np.float64], out: NDArray[np.float64]):
    for i in par(range(len(xs))):
        out[i] = one_over(float(xs[i]))


def complain(n: int, bad: int, x: float):
    for i in par(range(n)):
        if i >= bad:
            raise ValueError(f"at {i:04d}: {x!r}", i, x)


def middle(a: NDArray[np.float64]):
    return a[1:-1]


def whole(a: NDArray[np.float64]):
    return a


def fresh(n: int):
    a = np.zeros(n)
    return a, a, a[1:], n


def kinds(k: int):
    return (True, k, float(k), complex(k, 1), np.bool_(True), np.int8(k), np.int16(k), np.int32(k), np.int64(k), np.uint8(k),
            np.uint16(k), np.uint32(k), np.uint64(k), np.float32(k), np.float64(k), np.complex64(k), np.complex128(k), None)


def either(k: int):
    return k if k > 0 else np.float64(k)


def scale(xs: list[float], by: float, stop: int = -1):
    for i in range(len(xs)):
        if i == stop:
            raise KeyError(i)
        xs[i] *= by


def bump(rows: list[list[int]], other: list[int]) -> int:
    s = 0
    for row in rows:
        for j in range(len(row)):
            row[j] += 1
    for x in other:
        s += x
    return s


def add(pair: tuple[int, float], flag: bool, z: complex) -> complex:
    return pair[0] + pair[1] + flag + z


def small(x: np.float32, k: np.uint8) -> np.float32:
    return x + k


def matmul_shape(a: f64[:, :], b: f64[:, :]) -> int:
    return a.shape[0] * b.shape[1]


def spin(seconds: float) -> int:
    n = 0
    for i in par(range(1 << 40)):
        n += 1
    return n


def descend(depth: int) -> int:
    if depth == 0:
        return 0
    return descend(depth - 1) + 1


def empty(n: int):
    for i in par(range(n)):
        pass


def threads(n: int, most: int) -> int:
    return most


def serial(n: int, reason: int):
    for i in par(range(n)):
        pass


def double(x):
    return x + x


def untyped(a):
    for i in par(range(len(a))):
        a[i] = double(a[i])


def overflow(a: int, b: int) -> int:
    return a * b


def store(v: float):
    a = np.zeros(1, np.uint8)
    a[0] = v


def plain(x):
    return -x


class Box:
    method = fill

    def size(self):
        return 3


ALIAS = fill
register(total)

if __name__ == "__main__":
    raise SystemExit("not on import")
