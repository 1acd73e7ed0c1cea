import numpy as np
from numpy.typing import NDArray

from parc import par


def ticket(cell):
    cell[0] += 1
    return cell[0]


#: verdict: refuse
#: why: the callee hands out numbers from a shared cell
def callee_counts(n: int) -> NDArray[np.int64]:
    cell, out = np.zeros(1, np.int64), np.zeros(n, np.int64)
    for i in par(range(n)):
        out[i] = ticket(cell)
    return out


def callee_counts__args():
    return (9,)
