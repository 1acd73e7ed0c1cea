import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: runtime
#: why: the same constant beside each item
def scatter_offset(a: NDArray[np.int64], p: NDArray[np.int16]):
    for i in par(range(len(p))):
        k = int(p[i]) + 3
        a[k] = a[k] * 2 + i


def scatter_offset__args():
    return np.arange(5003), np.arange(5000)[::-1].astype(np.int16)


def scatter_offset__args_bad():
    p = np.arange(5000)[::-1].astype(np.int16)
    p[44] = p[4400]
    return np.arange(5003), p
