import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: refuse
#: why: (i, j) and (j, i) belong to different iterations
#: races: m[i, j] vs m[j, i]
def transpose_in_place(m: NDArray[np.float64]):
    for i in par(range(m.shape[0])):
        for j in range(m.shape[0]):
            m[i, j] = m[j, i]


def transpose_in_place__args():
    return (np.arange(25.0).reshape(5, 5),)
