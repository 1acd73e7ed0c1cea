import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: accept
#: why: every width-th element, from a start of its own
def comb(a: NDArray[np.int64], width: int):
    for i in par(range(width)):
        for j in range(i, len(a), width):
            a[j] = i


def comb__args():
    return np.zeros(1001, np.int64), 17
