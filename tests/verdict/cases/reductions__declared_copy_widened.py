import numpy as np
from numpy.typing import NDArray

from parc import par


def joined(x, y):
    return x + y


#: verdict: refuse
#: why: the copy holds floats, for which nothing was declared
#: races: total = joined(total vs total = joined(total
def declared_copy_widened(a: NDArray[np.float64]) -> float:
    start = par.reduction(0, joined)
    total = start
    for i in par(range(len(a))):
        total = joined(total, float(a[i]))
    return float(total)


def declared_copy_widened__args():
    return (np.arange(40.0),)
