"""Elements one beside those that an index array names."""
import numpy as np
from numpy.typing import NDArray
from parc import par


#: verdict: runtime
#: why: p[i] + 1 has no repeats where p has none
def one_beside_the_item(a: NDArray[np.float64], p: NDArray[np.int64]) -> None:
    for i in par(range(len(p))):
        a[p[i] + 1] = i


def one_beside_the_item__args():
    return np.zeros(31), np.arange(30)[::-1].copy()


def one_beside_the_item__args_bad():
    return np.zeros(31), np.arange(30) // 3
