import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: refuse
#: why: blocks of four, three apart: the last of one is the first of the next
#: races: a[3 * i + j] vs a[3 * i + j]
def blocks_overlap(a: NDArray[np.float64], n: int):
    for i in par(range(n)):
        for j in range(4):
            a[3 * i + j] = float(i)


def blocks_overlap__args():
    return np.zeros(40), 12
