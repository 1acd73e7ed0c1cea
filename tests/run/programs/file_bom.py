#: compare: exact
"""A byte order mark before the first line."""
import numpy as np
from numpy.typing import NDArray

from parc import par

from lib_errors import caught


def work(a: NDArray[np.float64], limit: float) -> float:
    """Ein Text über zwei
    Zeilen."""
    top = 0.0
    for i in par(range(len(a))):
        # größer als erlaubt
        if a[i] > limit:
            raise ValueError("größer als erlaubt")
        a[i] = a[i] * 2.0 + \
            i
        top = max(top, float(a[i]))
    return top


def main():
    a = np.arange(500) / 4.0
    return work(a, 200.0), a.copy(), caught(work, a, 300.0), work.__doc__
