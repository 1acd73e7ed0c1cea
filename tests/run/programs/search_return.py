#: compare: exact
"""return from the middle of a par loop: several returns, values of the iteration, none found, nothing to do."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def position(a: NDArray[np.int64], key: int) -> int:
    for i in par(range(len(a))):
        if a[i] == key:
            return i
    return -1


def first_pair(a: NDArray[np.int64], b: NDArray[np.int64]) -> tuple[int, int, int]:
    for i, (x, y) in par(enumerate(zip(a, b))):
        if x > y + 900:
            return i, int(x), int(y)
        if x == y:
            return -i, int(x), 0
    return 0, 0, 0


def is_prime(n: int) -> bool:
    if n < 2:
        return False
    for d in par(range(2, n)):
        if d * d > n:
            return True
        if n % d == 0:
            return False
    return True


def backwards(a: NDArray[np.float64]) -> float:
    for i in par(range(len(a) - 1, -1, -1)):
        y = float(a[i]) * 2.0
        if y < 1.0:
            return y + i
    return -1.0


def nested(m: NDArray[np.int64], key: int) -> tuple[int, int]:
    for i in par(range(m.shape[0])):
        for j in range(m.shape[1]):
            if m[i, j] == key:
                return i, j
    return -1, -1


def main():
    a = np.arange(20000) * 7919 % 1009
    m = (np.arange(3000) * 7 % 2999).reshape(50, 60)
    pos = [position(a, k) for k in (0, int(a[1]), int(a[1000]), 2000)], position(a[:0], 0)
    primes = [k for k in range(60) if is_prime(k)], is_prime(9973), is_prime(99 * 101)
    return pos, first_pair(a, a[::-1]), first_pair(a[:1], a[1:2]), primes, backwards(a / 64.0), backwards(a[:0] / 2.0), nested(m, 0), nested(m, 2998), nested(m, -1)
