import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: refuse
#: why: each row is one too long
def triangle_too_wide(a: NDArray[np.int64], n: int):
    for i in par(range(n)):
        for j in range(i + 2):
            a[i * (i + 1) // 2 + j] = i - j


def triangle_too_wide__args():
    return np.zeros(1276, np.int64), 50
