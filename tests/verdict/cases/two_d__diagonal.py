import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: accept
#: why: one cell of the diagonal each
def diagonal(m: NDArray[np.float64]):
    for i in par(range(min(m.shape[0], m.shape[1]))):
        m[i, i] = m[i, i] + 1.0


def diagonal__args():
    return (np.arange(30.0).reshape(5, 6),)
