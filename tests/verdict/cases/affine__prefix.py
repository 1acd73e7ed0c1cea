import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: refuse
#: why: each element needs the one before it
#: races: a[i] vs a[i - 1]
def prefix(a: NDArray[np.int64]):
    for i in par(range(1, len(a))):
        a[i] += a[i - 1]


def prefix__args():
    return (np.arange(30),)
