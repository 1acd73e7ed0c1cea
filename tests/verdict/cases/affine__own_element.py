import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: accept
#: why: every iteration reads and writes the element of its own index
def own_element(a: NDArray[np.float64]):
    for i in par(range(len(a))):
        a[i] = a[i] * 2.0 + i


def own_element__args():
    return (np.arange(30.0),)
