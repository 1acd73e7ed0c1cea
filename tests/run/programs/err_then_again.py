#: compare: exact
"""After an error the function works again; many failing calls in a row; errors do not leak into later loops."""
import numpy as np
from numpy.typing import NDArray

from lib_errors import caught

from parc import par


def half(a: NDArray[np.int64], d: int) -> int:
    s = 0
    for i in par(range(len(a))):
        s += int(a[i]) // d
    return s


def guarded(n: int, bad: int) -> int:
    c = 0
    for i in par(range(n)):
        if i == bad:
            raise ValueError("bad")
        c += 1
    return c


def main():
    a = np.arange(2000)
    res = [caught(half, a, d) for d in (1, 0, 2, 0, 0, 3)]
    many = [caught(guarded, 1500, bad) for bad in (-1, 0, 1499, 700, 1500)]
    repeated = {caught(guarded, 600, k % 700)[0] if k % 700 < 600 else guarded(600, k % 700) for k in range(0, 1400, 7)}
    return res, many, sorted(map(str, repeated))
