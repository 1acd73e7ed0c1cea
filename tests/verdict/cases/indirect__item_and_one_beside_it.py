"""Elements that an index array names, and the ones beside them."""
import numpy as np
from numpy.typing import NDArray
from parc import par


#: verdict: refuse
#: why: p[i] + 1 may be p[j]
def item_and_one_beside_it(a: NDArray[np.float64], p: NDArray[np.int64]) -> None:
    for i in par(range(len(p))):
        a[p[i] + 1] = i
        a[p[i]] = -i


def item_and_one_beside_it__args():
    return np.zeros(31), np.arange(30)[::-1].copy()
