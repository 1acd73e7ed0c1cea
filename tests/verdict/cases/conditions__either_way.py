import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: refuse
#: why: whatever the flag is, one element is written by all
#: races: a[0] vs a[0]
def either_way(a: NDArray[np.float64], first: bool):
    for i in par(range(len(a))):
        if first:
            a[0] = float(i)
        else:
            a[1] = float(i)


def either_way__args():
    return np.zeros(20), True
