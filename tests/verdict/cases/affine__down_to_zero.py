import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: accept
#: also: runtime
#: why: a descending range over own elements
def down_to_zero(a: NDArray[np.int64]):
    for i in par(range(len(a) - 1, -1, -1)):
        a[i] = a[i] * i


def down_to_zero__args():
    return (np.arange(25),)
