import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: accept
#: also: runtime
#: why: independent unless the arguments share memory, which is checked at the call
def overlapping_arguments(a: NDArray[np.float64], b: NDArray[np.float64]):
    for i in par(range(len(a))):
        b[i] = a[i] + 1.0


def overlapping_arguments__args():
    return np.arange(20.0), np.zeros(20)


def overlapping_arguments__args_bad():
    both = np.arange(21.0)
    return both[:-1], both[1:]
