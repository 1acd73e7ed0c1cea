import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: refuse
#: why: row i + 1 is the next iteration's row
def rows_swapped_with_next(m: NDArray[np.float64]):
    for i in par(range(m.shape[0] - 1)):
        for j in range(m.shape[1]):
            m[i, j], m[i + 1, j] = m[i + 1, j], m[i, j]


def rows_swapped_with_next__args():
    return (np.arange(20.0).reshape(5, 4),)
