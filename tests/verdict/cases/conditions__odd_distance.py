import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: runtime
#: why: the places written are even, so an odd distance never meets them
def odd_distance(a: NDArray[np.float64], n: int, k: int):
    for i in par(range(n)):
        a[2 * i] = a[2 * i + k] + 1.0


def odd_distance__args():
    return np.arange(60.0), 20, 5


def odd_distance__args_bad():
    return np.arange(60.0), 20, 6
