import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: accept
#: why: one sum with both signs
def minus_and_plus(a: NDArray[np.int64]) -> int:
    s = 0
    for x in par(a):
        if x > 5:
            s -= int(x)
        else:
            s = s + 2 * int(x)
    return s


def minus_and_plus__args():
    return (np.arange(40) % 11,)
