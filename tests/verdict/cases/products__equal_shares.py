"""Shares whose ends are rounded."""
import numpy as np
from numpy.typing import NDArray
from parc import par


#: verdict: accept
#: why: a share begins where the one before it ends
def equal_shares(a: NDArray[np.float64], parts: int) -> None:
    n = len(a)
    for k in par(range(parts)):
        a[k * n // parts : (k + 1) * n // parts] = k


def equal_shares__args():
    return np.zeros(100), 7
