#: compare: exact
"""pow with three arguments: negative exponents invert, zero and negative moduli, error messages."""
import numpy as np
from numpy.typing import NDArray

from lib_errors import caught

from parc import par


def table(out: NDArray[np.int64]):
    for i in par(range(len(out))):
        out[i, 0] = pow(i, 1000003, 97)
        out[i, 1] = pow(-i, 5, 13)
        out[i, 2] = pow(3, i, -7)
        out[i, 3] = pow(i % 100 + 1, -1, 101)
        out[i, 4] = pow(2**40 + i, 3, 2**61 - 1)
        out[i, 5] = pow(i, 0, 1)


def one(b: int, e: int, m: int, n: int) -> int:
    r = 0
    for i in par(range(n)):
        r = pow(b, e, m + n - 1 - i)
    return r


def main():
    out = np.zeros((300, 6), np.int64)
    table(out)
    return out, [caught(one, *c, 3) for c in ((2, 5, 0), (2, -1, 4), (2, -1, 7), (0, 0, 1), (6, -3, 35), (5, -2, 25))]
