import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: accept
#: why: a sum, a minimum by if and a maximum by call in one loop
def sum_and_extremes(a: NDArray[np.int64]) -> tuple[int, int, int]:
    s, lo, hi = 0, 10**9, -(10**9)
    for i in par(range(len(a))):
        x = int(a[i])
        s += x
        if x < lo:
            lo = x
        hi = max(hi, x)
    return s, lo, hi


def sum_and_extremes__args():
    return (np.arange(40) * 7 % 31,)
