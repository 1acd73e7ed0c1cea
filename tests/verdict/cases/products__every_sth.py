"""Every s-th element, from each of s starts."""
import numpy as np
from numpy.typing import NDArray
from parc import par


#: verdict: accept
#: why: what is left over when an element is divided by s names its iteration
def every_sth(a: NDArray[np.float64], s: int) -> None:
    for i in par(range(s)):
        a[i::s] = i


def every_sth__args():
    return np.zeros(100), 7
