import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: refuse
#: why: the last column reads the next row
def next_in_row(a: NDArray[np.int64], n: int, m: int):
    for i in par(range(n)):
        for j in range(m):
            a[i * m + j] = a[i * m + j + 1]


def next_in_row__args():
    return np.arange(50), 7, 7
