import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: refuse
#: why: the element to the right is overwritten by the next iteration
#: races: a[i] vs a[i + 1]
def neighbour_right(a: NDArray[np.float64]):
    for i in par(range(len(a) - 1)):
        a[i] = a[i + 1] - a[i]


def neighbour_right__args():
    return (np.arange(30.0) ** 2,)
