import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: refuse
#: why: where k is not positive, iterations raise: that is no condition under which the loop could be parallel
#: races: a[i] = vs a[i] =
def raise_is_no_condition(a: NDArray[np.float64], k: int):
    for i in par(range(1, len(a))):
        if k <= 0:
            raise ValueError("k")
        a[i] = a[i - 1] + k


def raise_is_no_condition__args():
    return np.arange(12.0), 2
