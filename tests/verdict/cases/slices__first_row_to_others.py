import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: accept
#: why: row 0 is not written
def first_row_to_others(m: NDArray[np.float64]):
    for i in par(range(1, m.shape[0])):
        m[i, :] = m[0, :]


def first_row_to_others__args():
    return (np.arange(24.0).reshape(6, 4),)
