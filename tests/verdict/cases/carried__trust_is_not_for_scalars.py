import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: refuse
#: why: check="trust" waives the element proof only
def trust_is_not_for_scalars(a: NDArray[np.float64]) -> float:
    t = 1.0
    for i in par(range(len(a)), check="trust"):
        t = 0.5 * t + a[i]
    return t


def trust_is_not_for_scalars__args():
    return (np.arange(10.0),)
