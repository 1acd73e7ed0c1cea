import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: accept
#: why: tiles of any width
def tiles(a: NDArray[np.int64], width: int):
    for lo in par(range(0, len(a), width)):
        for j in range(lo, min(lo + width, len(a))):
            a[j] = 3 * a[j] + lo


def tiles__args():
    return np.arange(1001), 17
