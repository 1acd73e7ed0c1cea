#: compare: exact
"""min and max of nothing, conversions that fail, negative sizes, zero steps: the interpreter's messages."""
import numpy as np
from numpy.typing import NDArray

from lib_errors import caught

from parc import par


def fail(which: int, xs: list[int], m: NDArray[np.float64], k: int) -> float:
    r = 0.0
    for i in par(range(3)):
        if which == 0:
            r = float(min(xs))
        elif which == 1:
            r = float(max(m[k:]))
        elif which == 2:
            w = np.zeros(k - 5)
            r = float(len(w))
        elif which == 3:
            r = 1.0 / (k - 2 + i * 0)
        elif which == 4:
            for j in range(0, 3, k - 2):
                r = float(j)
        elif which == 5:
            r = float(round(float(m[0]) * 1e308 * 10))
        elif which == 6:
            r = 2 ** (k / 4) + (1 << (1 - k))
        elif which == 7:
            a, b = divmod(k, 0.0)
            r = float(a)
        else:
            r = float(m[k] + float(xs[-1]))
    return r


def main():
    m = np.array([1.0, 2.0])
    return [caught(fail, w, [], m, 2) for w in range(9)], [caught(fail, w, [4], m, 0) for w in (0, 1, 8)]
