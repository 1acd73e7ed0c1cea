import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: refuse
#: why: the subscript does not depend on the par variable
#: races: a[j] vs a[j]
def inner_index_only(a: NDArray[np.float64], n: int):
    for i in par(range(n)):
        for j in range(len(a)):
            a[j] = a[j] * 0.5 + i


def inner_index_only__args():
    return np.zeros(6), 9
