import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: refuse
#: why: every iteration stores to the same elements
#: races: out[:] = vs out[:] =
def all_of_it(out: NDArray[np.float64], m: NDArray[np.float64]):
    for i in par(range(m.shape[0])):
        out[:] = m[i, :]


def all_of_it__args():
    return np.zeros(4), np.arange(24.0).reshape(6, 4)
