import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: accept
#: why: the rows of the second half are read by those of the first
def half_to_half(m: NDArray[np.float64]):
    n = m.shape[0] // 2
    for i in par(range(n)):
        m[i, 1:] = m[n + i, :-1]


def half_to_half__args():
    return (np.arange(35.0).reshape(7, 5),)
