import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: accept
#: why: row i only
def own_row(m: NDArray[np.float64]):
    for i in par(range(m.shape[0])):
        for j in range(1, m.shape[1]):
            m[i, j] += m[i, j - 1]


def own_row__args():
    return (np.arange(30.0).reshape(5, 6),)
