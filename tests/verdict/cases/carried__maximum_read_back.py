import math

import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: refuse
#: why: the running maximum is stored
def maximum_read_back(a: NDArray[np.float64], out: NDArray[np.float64]):
    m = -math.inf
    for i in par(range(len(a))):
        m = max(m, float(a[i]))
        out[i] = m


def maximum_read_back__args():
    return np.arange(10.0) * 7 % 5, np.zeros(10)
