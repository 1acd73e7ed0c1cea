#: compare: exact
#: may-refuse: yes
"""Assignment expressions in conditions and in loops."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def halves(a: NDArray[np.int64], out: NDArray[np.int64]) -> int:
    n = 0
    for i in par(range(len(a))):
        if (h := int(a[i]) // 2) > 10:
            out[i] = h
            n += 1
        k = 0
        while (k := k + 1) < 5:
            out[i] += k
    return n


def main():
    a, out = np.arange(60), np.zeros(60, np.int64)
    return halves(a, out), out
