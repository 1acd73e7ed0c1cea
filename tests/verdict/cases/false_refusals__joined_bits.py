"""An index put together from its own bits."""
import numpy as np
from numpy.typing import NDArray
from parc import par


#: verdict: accept
#: also: refuse
#: why: the two parts of i have no bit in common, so it is i again
def joined_bits(a: NDArray[np.float64], n: int) -> None:
    for i in par(range(n)):
        a[i >> 1 << 1 | i & 1] = i


def joined_bits__args():
    return np.zeros(100), 100
