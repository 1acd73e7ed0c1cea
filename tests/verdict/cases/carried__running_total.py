import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: refuse
#: why: the accumulator is read in the body
#: races: s += a[i] vs out[i] = s
def running_total(a: NDArray[np.float64]) -> NDArray[np.float64]:
    out = np.zeros(len(a))
    s = 0.0
    for i in par(range(len(a))):
        s += a[i]
        out[i] = s
    return out


def running_total__args():
    return (np.arange(12.0),)
