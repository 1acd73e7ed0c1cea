import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: refuse
#: why: a[i] beside a[p[i]] is a collision, whatever p
def scatter_shared_subscript(a: NDArray[np.int64], p: NDArray[np.int64]):
    for i in par(range(len(p))):
        a[p[i]] = a[i]


def scatter_shared_subscript__args():
    return np.zeros(3000, np.int64), np.arange(3000)
