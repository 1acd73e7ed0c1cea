import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: accept
#: why: the sum starts again in every iteration
def inner_accumulator(m: NDArray[np.float64], out: NDArray[np.float64]):
    for i in par(range(m.shape[0])):
        s = 0.0
        for j in range(m.shape[1]):
            s += m[i, j]
            out[i] = s


def inner_accumulator__args():
    return np.arange(20.0).reshape(5, 4), np.zeros(5)
