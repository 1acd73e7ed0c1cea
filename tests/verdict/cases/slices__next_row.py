import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: refuse
#: why: row i + 1 is written by the next iteration
#: races: m[i, :] = vs m[i + 1, :]
def next_row(m: NDArray[np.float64]):
    for i in par(range(m.shape[0] - 1)):
        m[i, :] = m[i + 1, :]


def next_row__args():
    return (np.arange(24.0).reshape(6, 4),)
