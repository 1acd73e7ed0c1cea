import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: accept
#: why: the range has a step of 2, so i and i + 1 belong to one iteration
def step_two_pairs(a: NDArray[np.int64], n: int):
    for i in par(range(0, n, 2)):
        a[i], a[i + 1] = a[i + 1], a[i]


def step_two_pairs__args():
    return np.arange(40), 40
