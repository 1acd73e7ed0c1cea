import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: accept
#: why: a matrix in one axis, row by row
def rows(a: NDArray[np.int64], n: int, m: int):
    for i in par(range(n)):
        for j in range(m):
            a[i * m + j] = i + 2 * j


def rows__args():
    return np.zeros(40 * 30, np.int64), 40, 30
