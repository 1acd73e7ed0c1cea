import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: refuse
#: why: two iterations share every element
#: races: a[i // 2] vs a[i // 2]
def half(a: NDArray[np.int64]):
    for i in par(range(len(a))):
        a[i // 2] = i


def half__args():
    return (np.zeros(20, np.int64),)
