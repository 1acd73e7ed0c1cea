"""The ends of edges, in a table of two columns."""
import numpy as np
from numpy.typing import NDArray
from parc import par


#: verdict: runtime
#: why: each edge has its own end only if no end occurs twice
def edges_by_column(a: NDArray[np.float64], edges: NDArray[np.int64]) -> None:
    for i in par(range(edges.shape[0])):
        a[edges[i, 1]] = i


def edges_by_column__args():
    return np.zeros(30), np.stack([np.arange(30), np.arange(30)[::-1]], axis=1)


def edges_by_column__args_bad():
    return np.zeros(30), np.stack([np.arange(30), np.arange(30) // 2], axis=1)
