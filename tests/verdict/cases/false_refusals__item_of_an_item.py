"""An index array behind another."""
import numpy as np
from numpy.typing import NDArray
from parc import par


#: verdict: runtime
#: also: refuse
#: why: q[p[i]] has no repeats when neither p nor the items of q that it names have any
def item_of_an_item(a: NDArray[np.float64], q: NDArray[np.int64], p: NDArray[np.int64]) -> None:
    for i in par(range(len(p))):
        a[q[p[i]]] = i


def item_of_an_item__args():
    return np.zeros(30), np.arange(30)[::-1].copy(), np.arange(30)


def item_of_an_item__args_bad():
    return np.zeros(30), np.arange(30) // 2, np.arange(30)
