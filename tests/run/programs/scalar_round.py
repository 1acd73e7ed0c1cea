#: compare: exact
"""round() of NumPy scalars of several types, with and without digits: values and types."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def kinds(f: NDArray[np.float32], d: NDArray[np.float64], k: NDArray[np.int16]):
    n = 0
    for i in par(range(len(f))):
        n += 1
    return round(d[0]), round(d[0], 1), round(f[0]), round(f[1], 1), round(k[0]), n


def doubles(d: NDArray[np.float64], out: NDArray[np.float64]):
    for i in par(range(len(d))):
        out[i, 0] = round(d[i], 2)
        out[i, 1] = round(d[i], -1)
        out[i, 2] = round(d[i])


def main():
    d = np.array([0.125, 2.5, -2.5, 2.675, 15.0, 25.0, -0.04, 0.5, 1e15 + 0.3, 1.005])
    out = np.zeros((10, 3))
    doubles(d, out)
    return kinds(d.astype(np.float32), d, np.array([7, -7], np.int16)), kinds((d[1:]).astype(np.float32), d[3:], np.array([3], np.int16)), out
