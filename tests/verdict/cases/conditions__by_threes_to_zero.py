import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: runtime
#: why: index 0 reads the last element, which the first iteration wrote; 0 comes up for some lengths
def by_threes_to_zero(a: NDArray[np.float64]):
    for i in par(range(len(a) - 1, -1, -3)):
        a[i] = a[i - 1] * 2.0


def by_threes_to_zero__args():
    return (np.arange(30.0),)


def by_threes_to_zero__args_bad():
    return (np.arange(31.0),)
