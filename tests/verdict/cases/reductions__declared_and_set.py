"""A declared reduction that is also set."""
import numpy as np
from numpy.typing import NDArray
from parc import par


def compose(f, g):
    return (f[0] * g[0]) % 9973, (f[0] * g[1] + f[1]) % 9973


#: verdict: refuse
#: why: an iteration forgets what the ones before it came to
#: reduction
def declared_and_set(p: NDArray[np.int64]) -> tuple[int, int]:
    whole = par.reduction((1, 0), compose)
    for i in par(range(len(p))):
        if p[i] == 7:
            whole = (1, 1)
        whole = compose(whole, (int(p[i]), i))
    return whole


def declared_and_set__args():
    return (np.arange(2, 902),)
