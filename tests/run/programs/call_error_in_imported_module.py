#: compare: exact
"""An exception in a function of an imported module names that module's file, function and line."""
import numpy as np
from numpy.typing import NDArray

from lib_errors import caught
from lib_geometry import checked_root

from parc import par


def roots(a: NDArray[np.float64], out: NDArray[np.float64]):
    for i in par(range(len(a))):
        out[i] = checked_root(float(a[i]))


def main():
    a, out = np.arange(3000.0), np.zeros(3000)
    roots(a, out)
    good = out.copy()
    a[[2999, 1500]] = -1.0, -2.5
    first = caught(roots, a, out)
    a[0] = -0.125
    return good, first, caught(roots, a, out)
