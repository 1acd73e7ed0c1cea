#: compare: exact
"""0 to 8 axes; shape, ndim, size and len of arguments and views; zero-dimensional arguments."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def eight(a: NDArray[np.int32]) -> int:
    s = 0
    for i in par(range(a.shape[0])):
        for j in range(a.shape[7]):
            s += int(a[i, 0, 1, 0, 1, 0, 0, j]) * (i + 1)
    return s


def cube(c: NDArray[np.float64], out: NDArray[np.int64]):
    for i in par(range(len(c))):
        p = c[i]
        out[i] = p.shape[0] * 1000 + p.ndim * 100 + p.size + c.ndim + len(p[0])


def shapes(c: NDArray[np.float64]):
    n = 0
    for i in par(range(c.size)):
        n += 1
    h, w, d = c.shape
    return n, h, w, d, c.shape, c.shape[-1], c.ndim, c[0].shape, len(c)


def scalar(z: NDArray[np.float64], out: NDArray[np.float64]):
    for i in par(range(len(out))):
        out[i] = z[()] * i
    z[()] = -1.0


def main():
    a = np.arange(2 * 1 * 2 * 1 * 3 * 1 * 1 * 4, dtype=np.int32).reshape(2, 1, 2, 1, 3, 1, 1, 4)
    c, out, z, s = np.arange(60.0).reshape(3, 4, 5), np.zeros(3, np.int64), np.array(2.5), np.zeros(6)
    cube(c, out)
    scalar(z, s)
    return eight(a), eight(a[::-1]), out, shapes(c), shapes(c.transpose(2, 0, 1)), z, s
