import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: refuse
#: why: the last two elements of a window are the first of the next
#: races: a[3 * i vs a[3 * i
def windows_overlap(a: NDArray[np.float64], b: NDArray[np.float64]):
    for i in par(range((len(a) - 5) // 3)):
        a[3 * i : 3 * i + 5] = b[:5]


def windows_overlap__args():
    return np.zeros(40), np.arange(40.0)
