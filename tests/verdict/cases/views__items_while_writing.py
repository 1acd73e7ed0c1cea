import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: refuse
#: why: the loop reads items that the iteration before has overwritten
def items_while_writing(a: NDArray[np.int64]):
    for i, x in par(enumerate(a[:-1])):
        a[i + 1] = x + 1


def items_while_writing__args():
    return (np.zeros(12, np.int64),)
