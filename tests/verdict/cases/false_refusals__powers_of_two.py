"""Powers of two."""
import numpy as np
from numpy.typing import NDArray
from parc import par


#: verdict: accept
#: also: refuse
#: why: 1 << i is another number for every i
def powers_of_two(a: NDArray[np.float64]) -> None:
    for i in par(range(8)):
        a[1 << i] = i


def powers_of_two__args():
    return (np.zeros(200),)
