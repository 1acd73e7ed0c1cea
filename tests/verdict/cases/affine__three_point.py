import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: accept
#: why: reads neighbours of one array and writes the other
def three_point(a: NDArray[np.float64], b: NDArray[np.float64]):
    for i in par(range(1, len(a) - 1)):
        b[i] = (a[i - 1] + a[i] + a[i + 1]) / 3.0


def three_point__args():
    return np.arange(30.0) ** 2, np.zeros(30)
