import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: refuse
#: why: //= is not a reduction
def floor_division(a: NDArray[np.int64], s: int) -> int:
    for i in par(range(len(a))):
        s //= int(a[i])
    return s


def floor_division__args():
    return np.arange(2, 9), 10**9
