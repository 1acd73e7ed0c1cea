import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: refuse
#: why: where no pair meets, at most one iteration passes the guard
#: races: a[i] vs a[i + k]
def up_to_k(a: NDArray[np.float64], k: int):
    for i in par(range(len(a))):
        if i <= k:
            a[i] = a[i + k] * 2.0


def up_to_k__args():
    return np.arange(40.0), 17
