import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: accept
#: why: the columns differ
def first_column_from_second(m: NDArray[np.float64], n: int):
    for i in par(range(n)):
        m[i, 0] = m[n - 1 - i, 1]


def first_column_from_second__args():
    return np.arange(20.0).reshape(10, 2), 10
