"""A flat index taken apart by a parameter."""
import numpy as np
from numpy.typing import NDArray
from parc import par


#: verdict: runtime
#: why: t // m and t % m give t back; with a negative m they count from the ends of the axes, where two may meet
def folded_by_parameter(a: NDArray[np.float64], n: int, m: int) -> None:
    for t in par(range(n * m)):
        a[t // m, t % m] = t


def folded_by_parameter__args():
    return np.zeros((6, 7)), 6, 7


def folded_by_parameter__args_bad():
    return np.zeros((6, 7)), -6, -7
