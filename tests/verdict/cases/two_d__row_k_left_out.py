import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: accept
#: why: round k of shortest paths writes every row but k and reads its own row and row k
def row_k_left_out(d: NDArray[np.float64]):
    n = d.shape[0]
    for k in range(n):
        for i in par(range(n)):
            if i != k:
                for j in range(n):
                    d[i, j] = min(d[i, j], d[i, k] + d[k, j])


def row_k_left_out__args():
    return (np.arange(36.0).reshape(6, 6) * 7.0 % 23.0 + 1.0,)
