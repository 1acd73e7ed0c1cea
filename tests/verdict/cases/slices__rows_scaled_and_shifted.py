import numpy as np
from numpy.typing import NDArray

import parc
from parc import par


#: verdict: accept
#: why: row i only, and what is broadcast along it
def rows_scaled_and_shifted(m: parc.f64[:, :], w: NDArray[np.float64]):
    for i in par(range(m.shape[0])):
        m[i] *= w[i]
        m[i] += m[i, :1]
        m[i, ::2] -= w[0]


def rows_scaled_and_shifted__args():
    return np.arange(24.0).reshape(6, 4), np.arange(6.0)
