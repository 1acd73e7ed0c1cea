import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: refuse
#: why: prev is what the iteration before left
#: races: out[i] = x - prev vs prev = x
def previous_item(a: NDArray[np.float64]) -> NDArray[np.float64]:
    out = np.zeros(len(a))
    prev = 0.0
    for i in par(range(len(a))):
        x = float(a[i])
        out[i] = x - prev
        prev = x
    return out


def previous_item__args():
    return (np.arange(12.0) ** 2,)
