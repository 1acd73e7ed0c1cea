import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: accept
#: why: a matrix in one axis, column by column
def columns(a: NDArray[np.int64], n: int, m: int):
    for j in par(range(m)):
        for i in range(n):
            a[i * m + j] = i + 2 * j


def columns__args():
    return np.zeros(40 * 30, np.int64), 40, 30
