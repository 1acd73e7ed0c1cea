import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: refuse
#: why: row k is read by all and written by iteration k
#: races: d[i, j] vs d[k, j]
def row_k_written(d: NDArray[np.float64]):
    n = d.shape[0]
    for k in range(n):
        for i in par(range(n)):
            for j in range(n):
                d[i, j] = min(d[i, j], d[i, k] + d[k, j])


def row_k_written__args():
    return (np.arange(36.0).reshape(6, 6) * 7.0 % 23.0 + 1.0,)
