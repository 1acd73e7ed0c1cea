import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: refuse
#: why: that the inner loop does nothing is no use of the outer one
#: races: a[j] vs a[j]
def no_columns(a: NDArray[np.float64], n: int, m: int):
    for i in par(range(n)):
        for j in range(m):
            a[j] = float(i)


def no_columns__args():
    return np.zeros(20), 5, 7
