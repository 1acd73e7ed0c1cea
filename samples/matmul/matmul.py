"""The product of two matrices by loops, with the inner loop along the rows."""
import numpy as np
from numpy.typing import NDArray
from parc import par


def multiply(a: NDArray[np.float64], b: NDArray[np.float64]) -> NDArray[np.float64]:
    """a @ b, every element summed in the order of k."""
    out = np.zeros((a.shape[0], b.shape[1]))
    for i in par(range(a.shape[0])):
        for k in range(a.shape[1]):
            for j in range(b.shape[1]):
                out[i, j] += a[i, k] * b[k, j]
    return out


def multiply_by_columns(a: NDArray[np.float64], b: NDArray[np.float64], out: NDArray[np.float64]):
    """The textbook order, one dot product an element, both outer loops parallel."""
    for i in par(range(a.shape[0])):
        for j in par(range(b.shape[1])):
            s = 0.0
            for k in range(a.shape[1]):
                s += a[i, k] * b[k, j]
            out[i, j] = s
