import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: refuse
#: why: the product of two uint64 wraps: 0 and 2**63 lead to one element
def doubled_unsigned(a: NDArray[np.int64], p: NDArray[np.uint64]):
    for i in par(range(len(p))):
        a[p[i] * np.uint64(2)] = i


def doubled_unsigned__args():
    return np.zeros(200, np.int64), np.arange(100, dtype=np.uint64)
