import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: refuse
#: why: row 0 is read by all and written by iteration 0
#: races: m[i, :] = vs m[0, :]
def first_row_is_source(m: NDArray[np.float64]):
    for i in par(range(m.shape[0])):
        m[i, :] = m[0, :]


def first_row_is_source__args():
    return (np.arange(24.0).reshape(6, 4),)
