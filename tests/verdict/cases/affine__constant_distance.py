import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: accept
#: why: ten iterations, ten apart
def constant_distance(a: NDArray[np.float64]):
    for i in par(range(10)):
        a[i] = a[i + 10] * 0.5


def constant_distance__args():
    return (np.arange(20.0),)
