import numpy as np
from numpy.typing import NDArray

from parc import par


def put(out, k, x):
    if x > 3:
        out[k] = x


#: verdict: accept
#: why: the callee writes the element it is told
def callee_writes_own(a: NDArray[np.int64], out: NDArray[np.int64]):
    for i in par(range(len(a))):
        put(out, i, int(a[i]))


def callee_writes_own__args():
    return np.arange(20) % 7, np.zeros(20, np.int64)
