#: compare: exact
"""Rows of arrays unpacked into targets, in loop headers and assignments, with Python's errors for other lengths."""
import numpy as np
from lib_errors import caught
from numpy.typing import NDArray

from parc import f64, par


def norms(m: NDArray[np.float64], out: NDArray[np.float64]):
    for i, (x, y, z) in par(enumerate(m)):
        out[i] = x * x + y * y - z


def volume(m: NDArray[np.int64]):
    total = 0
    for x, y, z in par(m):
        total += x * y * z
    return total


def pairs(m: NDArray[np.float32], n: NDArray[np.int64], out: NDArray[np.float64]):
    for (a, b), (c, d), i in par(zip(m, reversed(n), range(len(out)))):
        out[i] = a * c - b * d


def planes(t: f64[:, :, :], out: NDArray[np.float64]):
    for i, (first, second) in par(enumerate(t)):
        (a, b), (c, d) = first, second
        out[i] = a - b + 2 * c - 3 * d + first[0] * len(second)


def swapped(m: NDArray[np.float64]):
    for i in par(range(len(m))):
        m[i, 1], m[i, 0], m[i, 2] = m[i, :]
        [p, q] = m[i, 1:]
        m[i, 1:] = p + q


def one(m: NDArray[np.float64], out: NDArray[np.float64]):
    for i, (x,) in par(enumerate(m)):
        out[i] = x


def flat(a: NDArray[np.float64]):
    s = 0.0
    for i in par(range(3)):
        x, y = a[2 * i : 2 * i + 2]
        s += x - 2 * y
    return s


def main():
    m = np.arange(60.0).reshape(20, 3) % 7
    out, errors = np.zeros(20), []
    norms(m, out)
    r = [out.copy(), volume((m[:5] + 1).astype(int)), volume(np.zeros((0, 9), int))]
    pairs(m[:, ::2].astype(np.float32), np.arange(40).reshape(20, 2), out)
    r += [out.copy()]
    planes(np.arange(80.0).reshape(20, 2, 2), out)
    swapped(m)
    r += [out.copy(), m, flat(np.arange(6.0)), flat(np.arange(7.0))]
    one(m[:, :1], out)
    errors = [
        caught(norms, m[:, :2], out),
        caught(norms, np.zeros((20, 4)), out),
        caught(volume, np.zeros((3, 0), int)),
        caught(one, m, out),
        caught(flat, np.arange(5.0)),
        caught(planes, np.zeros((3, 2, 1)), out),
        caught(planes, np.zeros((3, 1, 2)), out),
    ]
    return r, out, errors
