"""Elements with an odd number."""
import numpy as np
from numpy.typing import NDArray
from parc import par


#: verdict: refuse
#: why: i | 1 is the same for i = 0 and i = 1
def low_bit_set(a: NDArray[np.float64]) -> None:
    for i in par(range(len(a) - 1)):
        a[i | 1] = i


def low_bit_set__args():
    return (np.zeros(40),)
