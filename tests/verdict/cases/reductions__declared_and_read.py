"""A declared reduction whose value is read on the way."""
import numpy as np
from numpy.typing import NDArray
from parc import par


def compose(f, g):
    return (f[0] * g[0]) % 9973, (f[0] * g[1] + f[1]) % 9973


#: verdict: refuse
#: why: each item takes part of what the iterations before it came to
#: reduction
def declared_and_read(p: NDArray[np.int64]) -> tuple[int, int]:
    whole = par.reduction((1, 0), compose)
    for i in par(range(len(p))):
        whole = compose(whole, (int(p[i]), whole[1]))
    return whole


def declared_and_read__args():
    return (np.arange(2, 902),)
