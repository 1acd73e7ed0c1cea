import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: runtime
#: why: blocks that start ten apart touch when they are wider than ten
def blocks_of_ten(a: NDArray[np.int64], n: int, width: int):
    for i in par(range(n)):
        for j in range(width):
            a[10 * i + j] = i


def blocks_of_ten__args():
    return np.zeros(100, np.int64), 9, 10


def blocks_of_ten__args_bad():
    return np.zeros(100, np.int64), 9, 11
