import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: refuse
#: why: column i of the source crosses the rows that others write
#: races: m[i] = vs m[:, i]
def columns_from_rows(m: NDArray[np.float64]):
    for i in par(range(m.shape[0])):
        m[i] = m[:, i]


def columns_from_rows__args():
    return (np.arange(25.0).reshape(5, 5),)
