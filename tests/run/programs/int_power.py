#: compare: exact
"""** of ints: zero and negative literal exponents, negative bases, powers that just fit, pow with a modulus."""
import numpy as np
from numpy.typing import NDArray

from lib_errors import caught

from parc import par


def powers(out: NDArray[np.int64]):
    for i in par(range(len(out))):
        k = i - 6
        out[i, 0] = k**2
        out[i, 1] = k**3
        out[i, 2] = 3**i
        out[i, 3] = (-2) ** i
        out[i, 4] = k**0
        out[i, 5] = pow(k, 5)
        x = k
        x **= 4
        out[i, 6] = x
        out[i, 7] = pow(k, i, 97)
        out[i, 8] = pow(7, i, -13)


def inverse(out: NDArray[np.float64]):
    for i in par(range(len(out))):
        out[i, 0] = (i + 1) ** -1
        out[i, 1] = (i + 1) ** -2
        out[i, 2] = 2**0.5
        out[i, 3] = (i - 1) ** 2.0


def edge(base: int, e: int) -> int:
    r = 0
    for i in par(range(2)):
        r = base**e
    return r


def zero(n: int) -> float:
    r = 0.0
    for i in par(range(n)):
        r = (i - 2) ** -1
    return r


def main():
    out, inv = np.zeros((20, 9), np.int64), np.zeros((12, 4))
    powers(out)
    inverse(inv)
    return out, inv, edge(2, 62), edge(-2, 63), edge(-(2**63), 1), edge(1, 10**12), edge(-1, 10**12 + 1), edge(0, 0), caught(zero, 2), caught(zero, 5)
