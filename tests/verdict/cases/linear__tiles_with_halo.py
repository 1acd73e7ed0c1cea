import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: refuse
#: why: each tile reads an element of the next
def tiles_with_halo(a: NDArray[np.int64], width: int):
    for lo in par(range(0, len(a) - width - 1, width)):
        for j in range(lo, lo + width):
            a[j] = a[j + 1]


def tiles_with_halo__args():
    return np.arange(1001), 17
