import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: accept
#: why: b is a copy of a
def copy_is_apart(a: NDArray[np.float64]):
    b = a.copy()
    for i in par(range(len(a) - 1)):
        a[i] = b[i + 1] - b[i]


def copy_is_apart__args():
    return (np.arange(20.0) ** 2,)
