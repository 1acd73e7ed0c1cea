import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: runtime
#: why: independent when k is 0 or at least the number of iterations
def shift_of_list(xs: list[int], n: int, k: int):
    for i in par(range(n)):
        xs[i] = xs[i + k] + 1


def shift_of_list__args():
    return list(range(40)), 20, 20


def shift_of_list__args_bad():
    return list(range(40)), 20, 7
