import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: accept
#: why: a search by break without other effects
def first_match(a: NDArray[np.int64], key: int) -> int:
    at = -1
    for i in par(range(len(a))):
        if a[i] == key:
            at = i
            break
    return at


def first_match__args():
    return np.arange(40) * 7 % 41, 30
