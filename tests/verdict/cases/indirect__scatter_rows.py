import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: runtime
#: why: rows named by p
def scatter_rows(m: NDArray[np.float64], x: NDArray[np.float64], p: NDArray[np.int32]):
    for i in par(range(len(p))):
        row = m[p[i]]
        for j in range(len(row)):
            row[j] = x[i] - j


def scatter_rows__args():
    return np.zeros((900, 7)), np.arange(900) / 8, (np.arange(900) * 7 % 900).astype(np.int32)


def scatter_rows__args_bad():
    return np.zeros((900, 7)), np.arange(900) / 8, (np.arange(900) * 6 % 900).astype(np.int32)
