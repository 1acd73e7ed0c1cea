import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: runtime
#: why: the items of p are the subscripts
def scatter_items(a: NDArray[np.float64], p: list[int]):
    for k in par(p):
        a[k] = 2.0 * a[k] + k


def scatter_items__args():
    return np.ones(3000), list(range(0, 3000, 2)) + list(range(1, 3000, 2))


def scatter_items__args_bad():
    return np.ones(3000), list(range(3000)) + [5, 5]
