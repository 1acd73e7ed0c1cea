import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: accept
#: why: backwards into another array
def mirrored_copy(a: NDArray[np.float64]) -> NDArray[np.float64]:
    out = np.zeros(len(a))
    for i in par(range(len(a))):
        out[len(a) - 1 - i] = a[i]
    return out


def mirrored_copy__args():
    return (np.arange(17.0),)
