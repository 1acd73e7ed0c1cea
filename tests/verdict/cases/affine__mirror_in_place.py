import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: refuse
#: why: i and n - 1 - i belong to two iterations that read each other's element
#: races: a[i] vs a[len(a) - 1 - i]
def mirror_in_place(a: NDArray[np.float64]):
    for i in par(range(len(a))):
        a[i] = a[len(a) - 1 - i] + 1.0


def mirror_in_place__args():
    return (np.arange(20.0),)
