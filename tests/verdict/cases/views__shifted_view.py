import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: refuse
#: why: v[i] is a[i + 1]
def shifted_view(a: NDArray[np.float64]):
    v = a[1:]
    for i in par(range(len(v))):
        v[i] = a[i] * 2.0


def shifted_view__args():
    return (np.arange(20.0),)
