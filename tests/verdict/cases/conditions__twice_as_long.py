import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: runtime
#: why: the mirror element is outside the loop when the array is at least twice as long
def twice_as_long(a: NDArray[np.float64], n: int):
    for i in par(range(n)):
        a[i] = a[len(a) - 1 - i] * 2.0


def twice_as_long__args():
    return np.arange(40.0), 20


def twice_as_long__args_bad():
    return np.arange(40.0), 22
