import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: runtime
#: also: refuse
#: why: all iterations meet when k is 0
def symbolic_stride(out: NDArray[np.int64], n: int, k: int):
    for i in par(range(n)):
        out[k * i] = i


def symbolic_stride__args():
    return np.zeros(30, np.int64), 10, 3


def symbolic_stride__args_bad():
    return np.zeros(30, np.int64), 10, 0
