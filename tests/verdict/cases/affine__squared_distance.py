import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: refuse
#: why: 4 and 6 are equally far from 5
#: races: a[(i - 5) * (i - 5)] vs a[(i - 5) * (i - 5)]
def squared_distance(a: NDArray[np.int64]):
    for i in par(range(10)):
        a[(i - 5) * (i - 5)] = i


def squared_distance__args():
    return (np.zeros(30, np.int64),)
