import math

import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: accept
#: why: continue is free, and so is an exception
def continue_and_raise(a: NDArray[np.float64], out: NDArray[np.float64]):
    for i in par(range(len(a))):
        if a[i] == 3.0:
            continue
        if a[i] < 0.0:
            raise ValueError("negative")
        out[i] = math.sqrt(a[i])


def continue_and_raise__args():
    return np.arange(20.0), np.zeros(20)
