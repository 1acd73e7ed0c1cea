"""A module that test_compiled.py compiles: long loops of every shape, failing calls, results of every kind."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def light(n: int) -> int:
    s = 0
    for i in par(range(n)):
        s += i % 7
    return s


def heavy(n: int, inner: int, out: NDArray[np.float64]):
    for i in par(range(n)):
        x = 0.0
        for k in range(inner):
            x = x * 0.5 + k
        out[i] = x


def one_long_iteration(n: int) -> int:
    total = 0
    for i in par(range(2)):
        s = 0
        while s < n + i:
            s += 1
        total += s
    return total


def serial_only(n: int) -> int:
    s = 0
    for i in range(n):
        s = (s * 31 + i) % 1000003
    return s


def nested(n: int) -> int:
    total = 0
    for i in par(range(n)):
        for j in par(range(n)):
            total += i ^ j
    return total


def fib(n: int) -> int:
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


def many_fibs(n: int, out: NDArray[np.int64]):
    for i in par(range(len(out))):
        out[i] = fib(n)


def empty(n: int):
    for i in par(range(n)):
        pass


def halves(a: NDArray[np.float64], n: int):
    fresh = np.zeros(n)
    for i in par(range(n)):
        fresh[i] = a[i] / 2.0
    return fresh, a[1:], a, n


def inverse(x: float) -> float:
    return 1.0 / x


def failing(xs: NDArray[np.float64], out: NDArray[np.float64]):
    for i in par(range(len(xs))):
        out[i] = inverse(float(xs[i]))


def shift(dst: NDArray[np.float64], src: NDArray[np.float64]):
    for i in par(range(len(src))):
        dst[i] = src[i] + 1.0


def scale(xs: list[float], by: float):
    for i in par(range(len(xs))):
        xs[i] *= by


def last_of(a: NDArray[np.float64], stop: int, way: int) -> NDArray[np.float64]:
    best = -1.0
    made = a[:1]
    window = a[:1]
    for i in par(range(len(a))):
        if i % 100 == 3:
            made = np.full(200, i * 1.0)
        x = float(a[i])
        if x > best:
            best = x
            window = np.full(100, x)
        if i == stop:
            assert way != 0
            if way == 1:
                return np.full(300, x)
            break
    return made[: len(window)]
