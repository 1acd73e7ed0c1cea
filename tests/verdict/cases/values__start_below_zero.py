import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: runtime
#: why: a negative start counts from the end, where a later iteration writes again
def start_below_zero(a: NDArray[np.int64], lo: int):
    for i in par(range(lo, len(a))):
        a[i] = i


def start_below_zero__args():
    return np.zeros(20, np.int64), 3


def start_below_zero__args_bad():
    return np.zeros(20, np.int64), -4
