import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: runtime
#: why: only the items that are read count
def scatter_range(a: NDArray[np.int64], p: NDArray[np.uint16], lo: int, hi: int):
    for i in par(range(lo, hi)):
        a[p[i + 1]] = i


def scatter_range__args():
    p = np.full(4000, 7, np.uint16)
    p[101:3001] = np.arange(2900)[::-1]
    return np.zeros(4000, np.int64), p, 100, 3000


def scatter_range__args_bad():
    p = np.full(4000, 7, np.uint16)
    p[101:3001] = np.arange(2900)[::-1]
    return np.zeros(4000, np.int64), p, 100, 3001
