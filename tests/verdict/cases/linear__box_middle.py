import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: accept
#: why: the loop over the middle axis
def box_middle(a: NDArray[np.float64], n: int, m: int, p: int):
    for j in par(range(m)):
        for i in range(n):
            for k in range(p):
                a[(i * m + j) * p + k] = i + j / 2.0 + k


def box_middle__args():
    return np.zeros(9 * 8 * 7), 9, 8, 7
