import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: accept
#: why: rows of a constant width in a flat array
def flat_rows_of_eight(a: NDArray[np.float64], n: int):
    for i in par(range(n)):
        for j in range(8):
            a[8 * i + j] = i - j


def flat_rows_of_eight__args():
    return np.zeros(40), 5
