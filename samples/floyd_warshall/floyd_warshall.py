"""All shortest paths of a graph, in place, by Floyd and Warshall."""
import numpy as np
from numpy.typing import NDArray
from parc import par


def in_place(d: NDArray[np.float64]):
    """d[i, j] = the length of the shortest path; row k is left out of round k, where nothing can change."""
    n = d.shape[0]
    for k in range(n):
        for i in par(range(n)):
            if i != k:
                first = d[i, k]
                for j in range(n):
                    d[i, j] = min(d[i, j], first + d[k, j])


def with_copy(d: NDArray[np.float64]):
    """The same with row k copied first, so that every row may be written."""
    n = d.shape[0]
    row = np.empty(n)
    for k in range(n):
        for j in par(range(n)):
            row[j] = d[k, j]
        for i in par(range(n)):
            first = d[i, k]
            for j in range(n):
                d[i, j] = min(d[i, j], first + row[j])


def graph(n):
    """A ring with chords; edges that are not there are infinitely long."""
    d = np.full((n, n), np.inf)
    for i in range(n):
        d[i, i] = 0.0
        d[i, (i + 1) % n] = 1.0 + i % 3
        d[i, i * i % n] = min(d[i, i * i % n], 2.5 + i % 7)
    return d
