#: compare: float-reduction
"""reduce="fast" on sums whose order does not matter, beside an exact one."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def sums(a: NDArray[np.float64]) -> tuple[float, float]:
    s = t = 0.0
    for i in par(range(len(a)), reduce="fast"):
        s += a[i]
    for i in par(range(len(a)), reduce="exact"):
        t += a[i]
    return float(s), float(t)


def main():
    a = (np.arange(40000) % 512 - 100) / 8.0
    return sums(a), sums(a[:1]), sums(a[:0])
