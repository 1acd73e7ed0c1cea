#: compare: exact
"""int() of floats truncates; NaN is a ValueError, infinities are an OverflowError, with Python's messages."""
import numpy as np
from numpy.typing import NDArray

from lib_errors import caught

from parc import par


def truncated(a: NDArray[np.float64], out: NDArray[np.int64]):
    for i in par(range(len(a))):
        out[i, 0] = int(a[i])
        out[i, 1] = int(float(a[i]) * -1.0)
        out[i, 2] = int(a[i] + 0.5)


def main():
    a = np.array([0.0, -0.0, 0.9, -0.9, 1.5, -1.5, 1e15 + 0.5, -(2.0**62), 5e-324, 2.0**53, 9.2e18])
    out = np.zeros((11, 3), np.int64)
    truncated(a, out)
    res = []
    for bad in (float("nan"), float("inf"), -float("inf")):
        b = np.ones(3000)
        b[[1000, 2999]] = bad
        res.append(caught(truncated, b, np.zeros((3000, 3), np.int64)))
    return out, res
