import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: runtime
#: why: the flag lets all iterations write the first element
def first_too(a: NDArray[np.float64], first: bool):
    for i in par(range(len(a))):
        a[i] = float(i)
        if first:
            a[0] = float(i) + 1.0


def first_too__args():
    return np.zeros(20), False


def first_too__args_bad():
    return np.zeros(20), True
