import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: refuse
#: also: runtime
#: why: an error of the operand may be early, and the loop cannot be run again: it changes what it reads
def may_raise_in_place(a: NDArray[np.int64], k: list[int]):
    found = False
    for i in par(range(len(a))):
        a[i] = a[i] + 1
        found = found or 100 // k[i] > 3
    return found


def may_raise_in_place__args():
    return np.arange(5000), [50] * 5000
