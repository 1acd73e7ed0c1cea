import numpy as np
from numpy.typing import NDArray

import parc
from parc import par


#: verdict: accept
#: why: every iteration adds to all of y, which nothing else reads
def sum_of_rows(m: parc.f64[:, :], y: NDArray[np.float64]):
    for i in par(range(m.shape[0])):
        y += m[i]
        y[1:-1] -= m[i, 2:]


def sum_of_rows__args():
    return np.arange(24.0).reshape(6, 4), np.ones(4)
