import numpy as np
from numpy.typing import NDArray

from parc import par


def push(a, k):
    a[k + 1] = a[k] + 1


#: verdict: refuse
#: why: the callee writes one element further, which the next iteration reads
def callee_writes_next(a: NDArray[np.int64]):
    for i in par(range(len(a) - 1)):
        push(a, i)


def callee_writes_next__args():
    return (np.arange(20),)
