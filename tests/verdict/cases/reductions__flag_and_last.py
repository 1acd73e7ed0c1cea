import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: accept
#: why: a flag and a conditional last value
def flag_and_last(a: NDArray[np.int64], key: int) -> tuple[bool, int]:
    hit, where = False, -1
    for i in par(range(len(a))):
        if a[i] == key:
            hit = True
            where = i
    return hit, where


def flag_and_last__args():
    return np.arange(40) % 11, 3
