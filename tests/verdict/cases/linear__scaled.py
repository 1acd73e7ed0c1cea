import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: runtime
#: why: a factor of 0 leads all iterations to one element
def scaled(a: NDArray[np.int64], n: int, k: int):
    for i in par(range(n)):
        a[k * i] = i


def scaled__args():
    return np.zeros(4000, np.int64), 1300, 3


def scaled__args_bad():
    return np.zeros(4000, np.int64), 1300, 0
