import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: refuse
#: why: all iterations write the first element, although nobody reads it
#: races: a[0] vs a[0]
def one_cell(a: NDArray[np.float64], b: NDArray[np.float64]):
    for i in par(range(len(b))):
        a[0] = b[i]


def one_cell__args():
    return np.zeros(3), np.arange(9.0)
