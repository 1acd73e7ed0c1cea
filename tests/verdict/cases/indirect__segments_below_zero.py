import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: runtime
#: why: an ascending ptr below zero counts from the end
def segments_below_zero(out: NDArray[np.int64], ptr: list[int]):
    for i in par(range(len(ptr) - 1)):
        for j in range(ptr[i], ptr[i + 1]):
            out[j] = i


def segments_below_zero__args():
    return np.zeros(4000, np.int64), list(range(0, 4001, 4))


def segments_below_zero__args_bad():
    return np.zeros(4000, np.int64), [-4000, -1, 1] + list(range(4, 4001, 4))
