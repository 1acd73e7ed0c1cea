import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: refuse
#: why: the row that is unpacked is the one that the iteration before wrote
#: races: x, y = m[i - 1] vs m[i, 0] = x
def rows_unpacked(m: NDArray[np.float64]):
    for i in par(range(1, len(m))):
        x, y = m[i - 1]
        m[i, 0] = x + y


def rows_unpacked__args():
    return (np.arange(12.0).reshape(6, 2),)
