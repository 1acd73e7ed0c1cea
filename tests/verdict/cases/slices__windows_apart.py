import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: accept
#: also: runtime
#: why: five elements an iteration
def windows_apart(a: NDArray[np.float64], b: NDArray[np.float64]):
    for i in par(range(len(a) // 5)):
        a[5 * i : 5 * i + 5] = b[5 * i : 5 * i + 5]


def windows_apart__args():
    return np.zeros(40), np.arange(40.0)


def windows_apart__args_bad():
    both = np.arange(47.0)
    return both[:-7], both[7:]
