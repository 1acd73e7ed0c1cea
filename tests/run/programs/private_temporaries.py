#: compare: exact
"""Temporaries assigned before every read in the iteration, in every way a body can assign them."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def many(a: NDArray[np.int64], out: NDArray[np.int64]):
    t = 999
    for i in par(range(len(a))):
        t = int(a[i])
        u, v = t + 1, t - 1
        u, v = v, u
        w = x = u * v
        x += 1
        if t > 50:
            y = t
        else:
            y = -t
        for k in range(3):
            z = k * y
        acc = 0
        for k in range(i % 5):
            acc += k * z
        out[i] = w + x + y + z + acc


def same_guard(a: NDArray[np.int64], out: NDArray[np.int64]):
    for i in par(range(len(a))):
        if a[i] > 10:
            d = int(a[i]) * 2
            out[i] = d
            if d > 100:
                d -= 100
            out[i] += d


def scratch_per_iteration(m: NDArray[np.float64], out: NDArray[np.float64]):
    for i in par(range(m.shape[0])):
        row = np.zeros(m.shape[1])
        for j in range(m.shape[1]):
            row[j] = m[i, -1 - j]
        for j in range(1, m.shape[1]):
            row[j] += row[j - 1]
        out[i] = row[-1] + row[0]


def main():
    a = np.arange(3000) * 31 % 131
    out, g, s = np.zeros(3000, np.int64), np.zeros(3000, np.int64), np.zeros(100)
    many(a, out)
    same_guard(a, g)
    scratch_per_iteration(a.reshape(100, 30) / 4.0, s)
    return out, g, s
