import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: accept
#: also: runtime
#: why: row i only, and the source is not written unless the arguments share memory
def same_row_for_all(m: NDArray[np.float64], row: NDArray[np.float64]):
    for i in par(range(m.shape[0])):
        m[i] = row


def same_row_for_all__args():
    return np.zeros((6, 4)), np.arange(4.0)


def same_row_for_all__args_bad():
    m = np.arange(24.0).reshape(6, 4)
    return m, m[2]
