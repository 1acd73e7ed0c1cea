import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: refuse
#: why: the loop changes p
def scatter_written_index(a: NDArray[np.int64], p: NDArray[np.int64]):
    for i in par(range(len(p))):
        a[p[i]] = i
        p[i] = 0


def scatter_written_index__args():
    return np.zeros(3000, np.int64), np.arange(3000)
