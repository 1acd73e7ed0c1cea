import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: accept
#: why: the rows of a packed triangle
def triangle(a: NDArray[np.int64], n: int):
    for i in par(range(n)):
        for j in range(i + 1):
            a[i * (i + 1) // 2 + j] = i - j


def triangle__args():
    return np.zeros(1275, np.int64), 50
