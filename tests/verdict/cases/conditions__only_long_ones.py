import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: runtime
#: why: the second store happens only in arrays that are longer than the limit
def only_long_ones(a: NDArray[np.float64], limit: int):
    for i in par(range(len(a))):
        a[i] = float(i)
        if len(a) > limit:
            a[0] = float(i) + 1.0


def only_long_ones__args():
    return np.zeros(20), 100


def only_long_ones__args_bad():
    return np.zeros(20), 10
