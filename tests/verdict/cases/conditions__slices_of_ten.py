import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: runtime
#: why: the same with slices
def slices_of_ten(a: NDArray[np.int64], n: int, width: int):
    for i in par(range(n)):
        a[10 * i : 10 * i + width] = i


def slices_of_ten__args():
    return np.zeros(100, np.int64), 10, 10


def slices_of_ten__args_bad():
    return np.zeros(100, np.int64), 10, 12
