import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: accept
#: why: a new scratch row in every iteration
def scratch_of_its_own(m: NDArray[np.float64], out: NDArray[np.float64]):
    for i in par(range(m.shape[0])):
        row = np.zeros(m.shape[1])
        for j in range(m.shape[1]):
            row[j] = m[i, j] + 1.0
        out[i] = row[0] * row[-1]


def scratch_of_its_own__args():
    return np.arange(20.0).reshape(5, 4), np.zeros(5)
