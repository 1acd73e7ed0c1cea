import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: refuse
#: also: accept
#: why: sign = -sign is carried; a tool may see its closed form
def alternating_sign(a: NDArray[np.float64]) -> NDArray[np.float64]:
    out = np.zeros(len(a))
    sign = 1.0
    for i in par(range(len(a))):
        out[i] = sign * a[i]
        sign = -sign
    return out


def alternating_sign__args():
    return (np.arange(12.0),)
