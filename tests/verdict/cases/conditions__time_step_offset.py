import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: runtime
#: why: the distance is the number of the step of the loop around; every step is judged on its own
def time_step_offset(a: NDArray[np.float64], start: int):
    for t in range(start, start + 2):
        for i in par(range(len(a) // 2 - 1)):
            a[i] = a[i + t] * 2.0


def time_step_offset__args():
    return np.arange(40.0), 19


def time_step_offset__args_bad():
    return np.arange(40.0), 3
