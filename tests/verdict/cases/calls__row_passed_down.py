import numpy as np
from numpy.typing import NDArray

from parc import par


def normalise(row):
    s = 0.0
    for x in row:
        s += x
    for j in range(len(row)):
        row[j] = row[j] / s


#: verdict: accept
#: why: the callee gets row i and nothing else
def row_passed_down(m: NDArray[np.float64]):
    for i in par(range(m.shape[0])):
        normalise(m[i])


def row_passed_down__args():
    return (np.arange(1.0, 21.0).reshape(5, 4),)
