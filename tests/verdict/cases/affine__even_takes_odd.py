import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: accept
#: why: 2 i and 2 j + 1 are never equal
def even_takes_odd(a: NDArray[np.float64], n: int):
    for i in par(range(n)):
        a[2 * i] = a[2 * i + 1] + 1.0


def even_takes_odd__args():
    return np.arange(30.0), 15
