"""Every s-th element, from each of s + 1 starts."""
import numpy as np
from numpy.typing import NDArray
from parc import par


#: verdict: refuse
#: why: the last start is the second element of the first
def every_sth_and_one_more(a: NDArray[np.float64], s: int) -> None:
    for i in par(range(s + 1)):
        a[i::s] = i


def every_sth_and_one_more__args():
    return np.zeros(100), 7
