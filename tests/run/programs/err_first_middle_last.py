#: compare: exact
"""An exception in iteration 0, in the middle, in the last one, in all of them: what is raised, what is done."""
import numpy as np
from numpy.typing import NDArray

from lib_errors import caught

from parc import par


def run(n: int, lo: int, hi: int, out: NDArray[np.int64]):
    for i in par(range(n)):
        out[i] = i + 1
        if lo <= i < hi:
            raise ValueError(f"iteration {i} of {n}")


def done(n, lo, hi):
    out = np.zeros(n, np.int64)
    result = caught(run, n, lo, hi, out)
    return result, out[: lo + 1 if lo < hi else n].copy()


def main():
    n = 5000
    return [done(n, *c) for c in ((0, 1), (n // 2, n // 2 + 1), (n - 1, n), (0, n), (17, n), (3, 3))], done(1, 0, 1), done(0, 0, 1)
