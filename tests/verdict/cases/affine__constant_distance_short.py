import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: refuse
#: why: eleven iterations, ten apart: iteration 10 writes what iteration 0 reads
#: races: a[i] vs a[i + 10]
def constant_distance_short(a: NDArray[np.float64]):
    for i in par(range(11)):
        a[i] = a[i + 10] * 0.5


def constant_distance_short__args():
    return (np.arange(21.0),)
