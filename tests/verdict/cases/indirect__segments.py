import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: runtime
#: why: ptr ascends
def segments(out: NDArray[np.float64], ptr: NDArray[np.int64], x: NDArray[np.float64]):
    for i in par(range(len(ptr) - 1)):
        for j in range(ptr[i], ptr[i + 1]):
            out[j] = x[i] * j


def segments__args():
    return np.zeros(9000), np.arange(3001) * 3, np.arange(3000) / 4


def segments__args_bad():
    ptr = np.arange(3001) * 3
    ptr[1500] = 9
    return np.zeros(9000), ptr, np.arange(3000) / 4
