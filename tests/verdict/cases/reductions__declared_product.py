"""A reduction that the program declares."""
import numpy as np
from numpy.typing import NDArray
from parc import par


def compose(f, g):
    return (f[0] * g[0]) % 9973, (f[0] * g[1] + f[1]) % 9973


#: verdict: accept
#: why: par.reduction says that the maps x -> p * x + q may be composed in parts; the order of the items is kept
#: reduction
def declared_product(p: NDArray[np.int64], q: NDArray[np.int64]) -> tuple[int, int]:
    whole = par.reduction((1, 0), compose)
    for i in par(range(len(p))):
        whole = compose(whole, (int(p[i]), int(q[i])))
    return whole


def declared_product__args():
    return np.arange(2, 902), np.arange(900)[::-1].copy()
