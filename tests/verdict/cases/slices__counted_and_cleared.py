import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: refuse
#: why: the counts are also stored to as a whole
#: races: h[:2] = vs h[k[i]] += 1
def counted_and_cleared(h: NDArray[np.int64], k: NDArray[np.int64], zeros: NDArray[np.int64]):
    for i in par(range(len(k))):
        h[k[i]] += 1
        h[:2] = zeros[:2]


def counted_and_cleared__args():
    return np.zeros(5, np.int64), np.arange(20) % 5, np.zeros(2, np.int64)
