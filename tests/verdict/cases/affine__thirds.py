import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: accept
#: why: no 6 i + 1 is a 6 j + 4
def thirds(a: NDArray[np.int64], n: int):
    for i in par(range(n)):
        a[6 * i + 1] = a[6 * i + 4] * 2


def thirds__args():
    return np.arange(40), 6
