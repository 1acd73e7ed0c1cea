import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: refuse
#: also: accept
#: why: each iteration stores to its own row, but every k-th element of a row is not followed
def comb_by_variable(m: NDArray[np.float64], k: int):
    for i in par(range(m.shape[0])):
        m[i, ::k] = 1.0


def comb_by_variable__args():
    return np.zeros((20, 9)), 2
