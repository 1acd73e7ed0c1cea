import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: refuse
#: why: e - s changes the sign of the accumulator each time
def accumulator_on_the_right(a: NDArray[np.int64]) -> int:
    s = 0
    for i in par(range(len(a))):
        s = int(a[i]) - s
    return s


def accumulator_on_the_right__args():
    return (np.arange(13),)
