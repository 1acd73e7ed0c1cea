import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: refuse
#: why: the segment of the next iteration is read
def segments_neighbour(out: NDArray[np.float64], ptr: NDArray[np.int64]):
    for i in par(range(len(ptr) - 1)):
        for j in range(ptr[i], ptr[i + 1]):
            out[j] = out[j + 1]


def segments_neighbour__args():
    return np.zeros(9001), np.arange(3001) * 3
