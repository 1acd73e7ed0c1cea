import math

import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: accept
#: why: a minimum with its place
def argument_of_minimum(a: NDArray[np.float64]) -> int:
    best, where = math.inf, -1
    for i in par(range(len(a))):
        if a[i] < best:
            best = float(a[i])
            where = i
    return where


def argument_of_minimum__args():
    return (np.arange(40.0) * 7 % 31,)
