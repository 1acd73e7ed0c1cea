import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: refuse
#: why: p[i] and p[i + 1] meet although p has no repeats
def scatter_two_places(a: NDArray[np.int64], p: NDArray[np.int64]):
    for i in par(range(len(p) - 1)):
        a[p[i]] = a[p[i + 1]]


def scatter_two_places__args():
    return np.arange(3000), np.arange(3000)
