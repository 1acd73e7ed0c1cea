import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: accept
#: why: two par loops, one cell each
def nested_par(m: NDArray[np.float64], out: NDArray[np.float64]):
    for i in par(range(m.shape[0])):
        for j in par(range(m.shape[1])):
            out[i, j] = m[i, j] * (i + j)


def nested_par__args():
    return np.arange(30.0).reshape(5, 6), np.zeros((5, 6))
