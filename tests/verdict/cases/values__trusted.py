import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: accept
#: why: the user says so in so many words
def trusted(p: NDArray[np.int64], out: NDArray[np.int64]):
    for i in par(range(len(p)), check="trust"):
        out[p[i]] = i


def trusted__args():
    return np.arange(20) * 7 % 20, np.zeros(20, np.int64)
