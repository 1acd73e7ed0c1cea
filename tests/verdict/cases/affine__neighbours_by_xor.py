"""Pairs of neighbours by a turned bit."""
import numpy as np
from numpy.typing import NDArray
from parc import par


#: verdict: accept
#: why: i ^ 1 is another element for every i
def neighbours_by_xor(a: NDArray[np.float64], b: NDArray[np.float64]) -> None:
    for i in par(range(len(b) // 2 * 2)):
        a[i ^ 1] = b[i]


def neighbours_by_xor__args():
    return np.zeros(40), np.arange(41.0)
