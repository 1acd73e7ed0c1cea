import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: refuse
#: why: all iterations from the sixth on write element five
#: races: a[min(i, 5)] vs a[min(i, 5)]
def clamped(a: NDArray[np.int64]):
    for i in par(range(len(a))):
        a[min(i, 5)] = i


def clamped__args():
    return (np.zeros(20, np.int64),)
