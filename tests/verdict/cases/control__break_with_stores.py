import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: refuse
#: also: accept
#: why: elements stored beyond the exit could not be taken back; a tool may hold them back
def break_with_stores(a: NDArray[np.float64], out: NDArray[np.float64]):
    for i in par(range(len(a))):
        if a[i] < 0.0:
            break
        out[i] = a[i]


def break_with_stores__args():
    return np.arange(20.0) - 12.0, np.zeros(20)
