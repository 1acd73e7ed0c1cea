#: compare: exact
"""int / int is the correctly rounded quotient, also beyond 2**53, and is a Python float."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def quotients(a: NDArray[np.int64], b: NDArray[np.int64], out: NDArray[np.float64]):
    for i in par(range(len(a))):
        x, y = int(a[i]), int(b[i])
        out[i, 0] = x / y
        out[i, 1] = (x - 1) / (y if y > 0 else -y)
        z = x
        z /= 3
        out[i, 2] = z


def kinds(n: int) -> tuple[float, float, float]:
    r = 0.0
    for i in par(range(1, n)):
        r = i / n
    return r, n / 2, True / 2


def main():
    big = [2**53 + 1, 2**62 + 1, 2**63 - 1, -(2**63) + 1, 10**18 + 7, 6004799503160661, 1, -5]
    a = np.array([x for x in big for _ in big])
    b = np.array([y for _ in big for y in big])
    out = np.zeros((64, 3))
    quotients(a, b, out)
    return out, kinds(2), kinds(1000), kinds(1)[1:]
