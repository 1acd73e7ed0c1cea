import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: accept
#: why: the inner loop runs as often in every iteration, so t is always new
def inner_loop_always_the_same(out: NDArray[np.int64]):
    t = 0
    for i in par(range(len(out))):
        for k in range(4):
            t = i * k
        out[i] = t


def inner_loop_always_the_same__args():
    return (np.zeros(12, np.int64),)
