import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: accept
#: why: a part of row i that grows with i
def triangle(m: NDArray[np.int64]):
    for i in par(range(m.shape[0])):
        for j in range(i):
            m[i, j] = i * j


def triangle__args():
    return (np.zeros((7, 7), np.int64),)
