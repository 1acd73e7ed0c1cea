import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: refuse
#: why: the row above is the previous iteration's
#: races: u[i, j] vs u[i - 1, j]
def gauss_seidel(u: NDArray[np.float64]):
    for i in par(range(1, u.shape[0] - 1)):
        for j in range(1, u.shape[1] - 1):
            u[i, j] = 0.25 * (u[i - 1, j] + u[i + 1, j] + u[i, j - 1] + u[i, j + 1])


def gauss_seidel__args():
    return (np.arange(42.0).reshape(6, 7),)
