import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: runtime
#: why: independent when k is 0 or at least the number of iterations
def symbolic_shift(a: NDArray[np.float64], n: int, k: int):
    for i in par(range(n)):
        a[i] = a[i + k] * 2.0


def symbolic_shift__args():
    return np.arange(20.0), 10, 10


def symbolic_shift__args_bad():
    return np.arange(20.0), 10, 1
