#: compare: exact
"""Basic slices as views: indexed, passed on, iterated, of slices, with negative steps and clipped bounds."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def sums(a: NDArray[np.int64], out: NDArray[np.int64]):
    n = len(a)
    for i in par(range(len(out))):
        s = 0
        for x in a[i : i + 7]:
            s += int(x)
        for x in a[n - i : -(n + 5) : -3]:
            s += 2 * int(x)
        b = a[i % 5 :][::2]
        s += len(b) * int(b[-1]) + len(a[i:i]) + len(a[5 + i : 5])
        out[i] = s


def writes(m: NDArray[np.float64]):
    for i in par(range(m.shape[0])):
        r = m[i, 1:-1]
        for j in range(len(r)):
            r[j] = j + i * 10.0
        e = m[i][::-1]
        e[0] = -1.0


def total(v):
    s = 0.0
    for x in v:
        s += x
    return s


def columns(m: NDArray[np.float64], out: NDArray[np.float64]):
    for j in par(range(m.shape[1])):
        out[j] = total(m[:, j]) + total(m[::2, j]) - total(m[j, :j])


def main():
    a, out = np.arange(100) * 7 % 31, np.zeros(90, np.int64)
    sums(a, out)
    m, c = np.zeros((8, 8)), np.zeros(8)
    writes(m)
    writes(m.T[2:5])
    columns(m, c)
    return out, m, c
