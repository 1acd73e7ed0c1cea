import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: refuse
#: why: the counts are also read as a whole
#: races: seen[i, :] = h vs h[k[i]] += 1
def counted_and_copied(h: NDArray[np.int64], k: NDArray[np.int64], seen: NDArray[np.int64]):
    for i in par(range(len(k))):
        h[k[i]] += 1
        seen[i, :] = h


def counted_and_copied__args():
    return np.zeros(5, np.int64), np.arange(20) % 5, np.zeros((20, 5), np.int64)
