import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: accept
#: why: i * i grows with i
def squares(a: NDArray[np.int64], n: int):
    for i in par(range(n)):
        a[i * i] = i


def squares__args():
    return np.zeros(2500, np.int64), 50
