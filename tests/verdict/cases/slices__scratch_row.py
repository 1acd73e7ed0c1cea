import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: refuse
#: why: all iterations use one row of scratch
#: races: row[:] = vs row[:] =
def scratch_row(m: NDArray[np.float64], row: NDArray[np.float64]):
    for i in par(range(m.shape[0])):
        row[:] = m[i, :]
        m[i, 0] = row[-1]


def scratch_row__args():
    return np.arange(24.0).reshape(6, 4), np.zeros(4)
