import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: refuse
#: why: a[-1] is the element that the last iteration writes
#: races: a[i] vs a[-1]
def last_cell_read(a: NDArray[np.float64]):
    for i in par(range(len(a))):
        a[i] = a[-1] + i


def last_cell_read__args():
    return (np.arange(20.0),)
