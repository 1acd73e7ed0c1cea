import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: refuse
#: why: b is another name of a
def second_name(a: NDArray[np.float64]):
    b = a
    for i in par(range(len(a) - 1)):
        b[i] = a[i + 1]


def second_name__args():
    return (np.arange(20.0),)
