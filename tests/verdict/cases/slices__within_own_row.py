import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: accept
#: why: source and target overlap in row i, of which the source is taken first
def within_own_row(m: NDArray[np.float64]):
    for i in par(range(m.shape[0])):
        m[i, 1:] = m[i, :-1]
        m[i, :] = m[i, ::-1]


def within_own_row__args():
    return (np.arange(30.0).reshape(5, 6),)
