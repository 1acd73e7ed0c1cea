import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: refuse
#: why: where to store depends on how many were stored before
#: races: out[k] = a[i] vs k += 1
def cursor(a: NDArray[np.int64]) -> int:
    out = np.zeros(len(a), np.int64)
    k = 0
    for i in par(range(len(a))):
        if a[i] % 3 == 0:
            out[k] = a[i]
            k += 1
    return k + int(out[1])


def cursor__args():
    return (np.arange(13),)
