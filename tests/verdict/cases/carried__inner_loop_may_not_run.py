import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: refuse
#: why: the inner loop may have no trip, and then k is that of the iteration before
def inner_loop_may_not_run(a: NDArray[np.int64], out: NDArray[np.int64]):
    k = -1
    for i in par(range(len(a))):
        for k in range(int(a[i])):
            out[i] += k
        out[i] += k


def inner_loop_may_not_run__args():
    return np.arange(12) % 4, np.zeros(12, np.int64)
