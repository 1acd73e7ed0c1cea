import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: refuse
#: why: a sum and a product into one variable do not commute
def two_operators(a: NDArray[np.int64]) -> int:
    s = 1
    for i in par(range(len(a))):
        if a[i] % 2 == 0:
            s += int(a[i])
        else:
            s *= 3
    return s


def two_operators__args():
    return (np.arange(14),)
