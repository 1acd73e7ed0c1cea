#: compare: exact
"""while with else, with break, with continue, counting down, around and inside par loops."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def newton(a: NDArray[np.float64], out: NDArray[np.float64], steps: NDArray[np.int64]):
    for i in par(range(len(a))):
        x, k = float(a[i]), 0
        y = x if x > 1.0 else 1.0
        while k < 40:
            z = 0.5 * (y + x / y)
            k += 1
            if abs(z - y) < 1e-12 * z:
                break
            y = z
        else:
            k = -1
        out[i] = y
        steps[i] = k


def countdown(out: NDArray[np.int64]):
    for i in par(range(len(out))):
        n = i
        while n:
            n -= 1
            if n % 3 == 1:
                continue
            out[i] += n
        else:
            out[i] += 1000


def outside(a: NDArray[np.int64], limit: int) -> tuple[int, int]:
    rounds, s = 0, 0
    while s < limit:
        s = 0
        for i in par(range(len(a))):
            a[i] += 1
            s += int(a[i])
        rounds += 1
        if rounds == 9:
            break
    else:
        rounds += 100
    return rounds, s


def main():
    a = np.arange(600) * 7.25
    out, st, c = np.zeros(600), np.zeros(600, np.int64), np.zeros(50, np.int64)
    newton(a, out, st)
    countdown(c)
    z = np.zeros(10, np.int64)
    return out, st, c, outside(z, 55), outside(z, 10**6), outside(z, 0), z
