import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: refuse
#: why: t is read although the iteration may not have assigned it
def assigned_in_one_branch(a: NDArray[np.int64], out: NDArray[np.int64]):
    t = 0
    for i in par(range(len(a))):
        if a[i] > 4:
            t = int(a[i])
        out[i] = t


def assigned_in_one_branch__args():
    return np.arange(10) * 7 % 9, np.zeros(10, np.int64)
