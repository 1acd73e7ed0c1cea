#: compare: exact
"""While loops with break, continue and else inside an iteration; Collatz lengths, digits, gcd."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def collatz(out: NDArray[np.int64]):
    for i in par(range(len(out))):
        n, steps = i + 1, 0
        while n != 1:
            n = 3 * n + 1 if n % 2 else n // 2
            steps += 1
        out[i] = steps


def gcd(a, b):
    while b:
        a, b = b, a % b
    return a


def coprime(n: int) -> int:
    count = 0
    for i in par(range(1, n)):
        count += gcd(i, n) == 1
    return count


def smallest_factor(out: NDArray[np.int64]):
    for i in par(range(2, len(out))):
        d = 2
        while d * d <= i:
            if i % d == 0:
                out[i] = d
                break
            d += 1
        else:
            out[i] = i


def main():
    a, b = np.zeros(400, np.int64), np.zeros(900, np.int64)
    collatz(a)
    smallest_factor(b)
    return a, b, [coprime(n) for n in (1, 2, 97, 360, 1001)]
