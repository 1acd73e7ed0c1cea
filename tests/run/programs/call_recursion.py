#: compare: exact
"""Recursive functions: one argument, two functions that call each other, on slices, with early returns."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


def is_even(n: int) -> bool:
    return True if n == 0 else is_odd(n - 1)


def is_odd(n: int) -> bool:
    return False if n == 0 else is_even(n - 1)


def total(v) -> float:
    if len(v) == 0:
        return 0.0
    if len(v) == 1:
        return float(v[0])
    mid = len(v) // 2
    return total(v[:mid]) + total(v[mid:])


def ackermann(m, n):
    if m == 0:
        return n + 1
    if n == 0:
        return ackermann(m - 1, 1)
    return ackermann(m - 1, ackermann(m, n - 1))


def run(out: NDArray[np.int64]) -> int:
    evens = 0
    for i in par(range(len(out)), schedule="dynamic", chunk=1):
        out[i] = fib(i) + ackermann(2, i % 4)
        evens += is_even(i)
    return evens


def sums(m: NDArray[np.float64], out: NDArray[np.float64]):
    for i in par(range(m.shape[0])):
        out[i] = total(m[i]) + total(m[i, ::-2]) + total(m[i, :0])


def main():
    out, s = np.zeros(17, np.int64), np.zeros(20)
    n = run(out)
    sums(np.arange(20 * 33).reshape(20, 33) / 7.0, s)
    return out, n, s
