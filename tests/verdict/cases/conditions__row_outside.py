import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: runtime
#: why: row k is read by all; nobody writes it when it lies behind the rows of the loop
def row_outside(m: NDArray[np.float64], n: int, k: int):
    for i in par(range(n)):
        for j in range(m.shape[1]):
            m[i, j] = m[k, j] * 2.0


def row_outside__args():
    return np.arange(48.0).reshape(8, 6), 5, 6


def row_outside__args_bad():
    return np.arange(48.0).reshape(8, 6), 5, 2
