import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: runtime
#: also: refuse
#: why: independent when p has no repeats
def scattered(p: NDArray[np.int64], out: NDArray[np.int64]):
    for i in par(range(len(p))):
        out[p[i]] = i


def scattered__args():
    return np.arange(20) * 7 % 20, np.zeros(20, np.int64)


def scattered__args_bad():
    return np.arange(20) % 6, np.zeros(20, np.int64)
