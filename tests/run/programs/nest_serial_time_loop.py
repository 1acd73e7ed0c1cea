#: compare: exact
"""A serial loop around par loops: the loops see each other's results; trip counts and bounds change."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def waves(u: NDArray[np.float64], v: NDArray[np.float64], steps: int) -> int:
    n = len(u)
    done = 0
    for t in range(steps):
        for i in par(range(1, n - 1)):
            v[i] += 0.1 * (u[i - 1] - 2.0 * u[i] + u[i + 1])
        for i in par(range(n)):
            u[i] += v[i]
        done += 1
        if abs(float(u[n // 2])) > 50.0:
            break
    return done


def shrinking(a: NDArray[np.int64], b: NDArray[np.int64]) -> int:
    n = len(a)
    rounds = 0
    while n > 1:
        half = n // 2
        for i in par(range(half)):
            b[i] = a[i] + a[n - 1 - i]
        for i in par(range(half)):
            a[i] = b[i]
        n -= half
        rounds += 1
    return rounds


def main():
    u, v = np.sin(np.arange(300) / 9.0), np.zeros(300)
    a = np.arange(1001)
    return waves(u, v, 40), u, v, shrinking(a, a.copy()), a[0], shrinking(a[:1], v[:0].astype(np.int64))
