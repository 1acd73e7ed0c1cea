import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: accept
#: why: iterating over the first axis gives every iteration its own row
def rows_as_items(m: NDArray[np.int64]):
    for row in par(m):
        for j in range(len(row)):
            row[j] *= 2


def rows_as_items__args():
    return (np.arange(20).reshape(5, 4),)
