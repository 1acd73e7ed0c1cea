import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: refuse
#: why: each row reaches into the next
def rows_too_long(a: NDArray[np.int64], n: int, m: int):
    for i in par(range(n)):
        for j in range(m + 1):
            a[i * m + j] = i


def rows_too_long__args():
    return np.zeros(50, np.int64), 7, 7
