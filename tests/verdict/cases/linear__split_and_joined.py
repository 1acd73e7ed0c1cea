import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: accept
#: why: t // m and t % m are where t is
def split_and_joined(a: NDArray[np.int64], n: int, m: int):
    for t in par(range(n * m)):
        a[t // m * m + t % m] = t


def split_and_joined__args():
    return np.zeros(40 * 30, np.int64), 40, 30
