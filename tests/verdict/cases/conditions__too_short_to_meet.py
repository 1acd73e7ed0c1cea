import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: refuse
#: why: only a loop of at most five iterations has no pair that meets
#: races: a[i] vs a[i + 5]
def too_short_to_meet(a: NDArray[np.float64], n: int):
    for i in par(range(n)):
        a[i] = a[i + 5] * 2.0


def too_short_to_meet__args():
    return np.arange(40.0), 20
