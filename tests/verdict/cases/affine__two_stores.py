import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: refuse
#: why: two stores side by side: the second of one iteration is the first of the next
#: races: a[i] vs a[i + 1]
def two_stores(a: NDArray[np.float64]):
    for i in par(range(len(a) - 1)):
        a[i] = 1.0
        a[i + 1] = 2.0


def two_stores__args():
    return (np.zeros(20),)
