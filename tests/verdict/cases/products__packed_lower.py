"""A packed triangle without its diagonal."""
import numpy as np
from numpy.typing import NDArray
from parc import par


#: verdict: accept
#: why: row i starts at 0 + 1 + … + (i - 1), behind the i - 1 elements of the row before
def packed_lower(a: NDArray[np.float64], n: int) -> None:
    for i in par(range(n)):
        for j in range(i):
            a[i * (i - 1) // 2 + j] = i + j


def packed_lower__args():
    return np.zeros(45), 10
