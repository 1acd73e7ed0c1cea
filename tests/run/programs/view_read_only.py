#: compare: exact
"""Read-only arrays are fine where they are only read, and a ValueError at the call where they are written."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def read(a: NDArray[np.float64], b: NDArray[np.float64]):
    for i in par(range(len(a))):
        b[i] = a[i] * 2.0


def sometimes(a: NDArray[np.float64], k: int) -> int:
    n = 0
    for i in par(range(len(a))):
        if i >= k:
            a[i] = 1.0
        n += 1
    return n


def kind(f, *args):
    try:
        return f(*args)
    except ValueError as error:
        return "read-only" in str(error)


def main():
    a, b = np.arange(100.0), np.zeros(100)
    a.flags.writeable = False
    read(a, b)
    return b, kind(read, b, a), a, kind(sometimes, a, 0), sometimes(b, 90), b, kind(read, a[::-1], b), b
