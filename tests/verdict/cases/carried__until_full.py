import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: refuse
#: why: the condition reads the accumulator
#: races: if s < 20: vs s += int(a[i])
def until_full(a: NDArray[np.int64]) -> int:
    s = 0
    for i in par(range(len(a))):
        if s < 20:
            s += int(a[i])
    return s


def until_full__args():
    return (np.arange(14),)
