import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: accept
#: why: column j only, from the bottom up
def own_column(m: NDArray[np.float64]):
    for j in par(range(m.shape[1])):
        for i in range(m.shape[0] - 2, -1, -1):
            m[i, j] += m[i + 1, j]


def own_column__args():
    return (np.arange(30.0).reshape(5, 6),)
