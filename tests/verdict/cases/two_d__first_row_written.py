import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: refuse
#: why: all iterations write row 0
#: races: m[0, j] vs m[0, j]
def first_row_written(m: NDArray[np.float64]):
    for i in par(range(1, m.shape[0])):
        for j in range(m.shape[1]):
            m[0, j] += m[i, j]
            m[i, j] = m[0, j]


def first_row_written__args():
    return (np.arange(20.0).reshape(5, 4),)
