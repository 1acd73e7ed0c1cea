#: compare: exact
"""Default values, keyword arguments in any order, keyword-only parameters, wrong calls."""
import numpy as np
from numpy.typing import NDArray

from lib_errors import caught

from parc import par


def fill(out: NDArray[np.int64], start: int = 5, step: int = 2, *, offset: int = 0) -> int:
    for i in par(range(len(out))):
        out[i] = start + step * i + offset
    return start + step + offset


def scaled(x, factor=3, shift=1):
    return x * factor + shift


def inner(out: NDArray[np.int64]):
    for i in par(range(len(out))):
        out[i] = scaled(i) + scaled(i, shift=-4) + scaled(shift=2, x=i, factor=i)


def main():
    out = np.zeros(300, np.int64)
    res = [fill(out), fill(out, 1), fill(out, step=7), fill(out, 2, 3, offset=4), fill(offset=-9, step=0, out=out)]
    wrong = [caught(fill, *a, **k)[0] for a, k in (((), {}), ((out, 1, 2, 3), {}), ((out,), {"stop": 1}), ((out, 1), {"start": 2}))]
    first = out.copy()
    inner(out)
    return res, wrong, first, out
