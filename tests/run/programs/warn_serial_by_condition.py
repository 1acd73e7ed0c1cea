#: compare: expected
"""A condition that does not hold is told by a warning with the line of the loop, once for each run of it."""
import warnings

import numpy as np
from numpy.typing import NDArray

from parc import par


def shift(a: NDArray[np.float64], n: int, k: int):
    for i in par(range(n)):
        a[i] = a[i + k] * 2.0


def first_too(a: NDArray[np.float64], first: bool):
    for _ in range(3):
        for i in par(range(len(a))):
            a[i] = 1.0
            if first:
                a[0] = 2.0


def warned(function, *args):
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        function(*args)
    return [(w.category.__name__, w.lineno) for w in seen if "serial order" in str(w.message)]


def main():
    a = np.zeros(3_000_000)
    return [warned(shift, a, 1_000_000, k) for k in (0, 1, 1_000_000)] + [warned(first_too, a, on) for on in (True, False)]


EXPECTED = [[], [("SerialWarning", 12)], [], [("SerialWarning", 18)] * 3, []]
