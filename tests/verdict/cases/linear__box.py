import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: accept
#: why: three axes in one
def box(a: NDArray[np.float64], n: int, m: int, p: int):
    for i in par(range(n)):
        for j in range(m):
            for k in range(p):
                a[(i * m + j) * p + k] = i + j / 2.0 + k


def box__args():
    return np.zeros(9 * 8 * 7), 9, 8, 7
