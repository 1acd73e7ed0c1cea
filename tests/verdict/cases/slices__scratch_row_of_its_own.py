import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: accept
#: why: each iteration makes its row
def scratch_row_of_its_own(m: NDArray[np.float64]):
    for i in par(range(m.shape[0])):
        row = np.empty(m.shape[1])
        row[:] = m[i]
        m[i, 1:] = row[:-1]


def scratch_row_of_its_own__args():
    return (np.arange(24.0).reshape(6, 4),)
