import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: runtime
#: why: slices from one bound to the next are apart when the bounds ascend
#: also: refuse
def segments_of_one_array(a: NDArray[np.float64], p: NDArray[np.int64], b: NDArray[np.float64]):
    for i in par(range(len(p) - 1)):
        a[p[i] : p[i + 1]] = b[p[i] : p[i + 1]]


def segments_of_one_array__args():
    return np.zeros(20), np.array([0, 3, 3, 9, 20]), np.arange(20.0)


def segments_of_one_array__args_bad():
    return np.zeros(20), np.array([-19, -1, 1, 5]), np.arange(20.0)
