import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: refuse
#: why: one thread, or chunks that keep the pair together, are no proof
#: races: a[i] vs a[i - 2]
def schedule_proves_nothing(a: NDArray[np.float64]):
    for i in par(range(2, len(a)), threads=1, schedule="static", chunk=4096):
        a[i] = a[i - 2] + 1.0


def schedule_proves_nothing__args():
    return (np.arange(20.0),)
