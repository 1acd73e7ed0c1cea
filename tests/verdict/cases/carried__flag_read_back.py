import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: refuse
#: why: whether an iteration works depends on what an earlier one found
def flag_read_back(a: NDArray[np.int64], out: NDArray[np.int64]) -> bool:
    seen = False
    for i in par(range(len(a))):
        if a[i] == 5:
            seen = True
        if seen:
            out[i] = 1
    return seen


def flag_read_back__args():
    return np.arange(10), np.zeros(10, np.int64)
