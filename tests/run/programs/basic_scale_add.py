#: compare: exact
"""The smallest useful loop: every element from its own element and the loop variable."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def scale_add(a: NDArray[np.float64], out: NDArray[np.float64]):
    for i in par(range(len(out))):
        out[i] = a[i] * 2 + i


def main():
    out = np.zeros(1000)
    scale_add(np.arange(1000) / 8.0, out)
    return out
