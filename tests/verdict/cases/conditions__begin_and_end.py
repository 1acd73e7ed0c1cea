import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: runtime
#: why: bounds below zero count from the end, which the loop may reach from both sides
def begin_and_end(a: NDArray[np.int64], lo: int, hi: int):
    for i in par(range(lo, hi)):
        a[i] = i


def begin_and_end__args():
    return np.zeros(20, np.int64), 2, 18


def begin_and_end__args_bad():
    return np.zeros(20, np.int64), -12, 12
