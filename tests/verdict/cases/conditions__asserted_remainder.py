import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: accept
#: why: with an even length the halves are equally long
def asserted_remainder(a: NDArray[np.float64]):
    n = len(a)
    assert n % 2 == 0
    for i in par(range(n // 2)):
        a[i] = a[n - 1 - i] * 2.0


def asserted_remainder__args():
    return (np.arange(40.0),)
