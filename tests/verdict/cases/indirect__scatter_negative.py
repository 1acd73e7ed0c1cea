import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: runtime
#: why: the last element has two indices
def scatter_negative(a: NDArray[np.int64], p: NDArray[np.int64]):
    for i in par(range(len(p))):
        a[p[i]] = i


def scatter_negative__args():
    return np.zeros(5000, np.int64), np.arange(5000) - 5000


def scatter_negative__args_bad():
    return np.zeros(5000, np.int64), np.concatenate([np.arange(-1, 2000), [4999]])
