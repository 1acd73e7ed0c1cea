import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: runtime
#: why: p has no repeats
def scatter(a: NDArray[np.float64], p: NDArray[np.int64], b: NDArray[np.float64]):
    for i in par(range(len(p))):
        a[p[i]] = b[i]


def scatter__args():
    return np.zeros(5000), np.arange(5000)[::-1].copy(), np.arange(5000) / 4


def scatter__args_bad():
    p = np.arange(5000)
    p[4000] = 17
    return np.zeros(5000), p, np.arange(5000) / 4
