import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: runtime
#: why: independent when k is 0 or reaches over half of the array
def offset_back(a: NDArray[np.float64], k: int):
    for i in par(range(k, len(a))):
        a[i] = a[i - k] - 1.0


def offset_back__args():
    return np.arange(40.0), 20


def offset_back__args_bad():
    return np.arange(40.0), 3
