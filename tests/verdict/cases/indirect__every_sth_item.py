"""Every s-th item of an index array."""
import numpy as np
from numpy.typing import NDArray
from parc import par


#: verdict: runtime
#: why: items without repeats name different elements
def every_sth_item(a: NDArray[np.float64], p: NDArray[np.int64], s: int) -> None:
    for i in par(range(0, len(p), s)):
        a[p[i]] = i


def every_sth_item__args():
    return np.zeros(30), np.arange(30)[::-1].copy(), 2


def every_sth_item__args_bad():
    return np.zeros(30), np.arange(30) // 8, 2
