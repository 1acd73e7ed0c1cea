import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: refuse
#: why: iterations eight apart write one element
#: races: a[i % 8] vs a[i % 8]
def modulo(a: NDArray[np.float64], n: int):
    for i in par(range(n)):
        a[i % 8] = float(i)


def modulo__args():
    return np.zeros(8), 30
