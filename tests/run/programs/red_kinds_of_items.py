#: compare: exact
"""Items of two kinds in one sum, product or bit operation: the result is of the kind that Python makes of them."""
import numpy as np
from numpy.typing import NDArray

from lib_errors import caught

from parc import par


def floats(a: NDArray[np.float64], k: int):
    s = 0.5
    for i in par(range(len(a))):
        s += a[i] if i >= k else 2
    return s


def nested(m: NDArray[np.float64], k: int):
    p = 1.0
    for i in par(range(m.shape[0])):
        for j in par(range(m.shape[1])):
            if i + j >= k:
                p *= m[i, j]
        p /= 2.0
    return p


def integers(a: NDArray[np.int64], k: int, start: int):
    s = start
    for i in par(range(len(a))):
        if i >= k:
            s += a[i]
        else:
            s -= start
    return s


def narrow(m: NDArray[np.int8], k: int):
    s = 100
    for i in par(range(m.shape[0])):
        for j in par(range(m.shape[1])):
            s += m[i, j] if i * j >= k else 1
    return s


def bits(a: NDArray[np.int64], k: int):
    x, y = False, -1
    for i in par(range(len(a))):
        x ^= int(a[i]) if i >= k else i > 3
        y &= a[i] | 8 if i >= k else 24 + i % 8
    return x, y


def bools(a: NDArray[np.bool_], k: int):
    n, x = 0, False
    for i in par(range(len(a))):
        n += (i < 9) if i % 3 else -1
        x |= a[i] if i >= k else i > 3
    return n, x


def start(a: NDArray[np.float64], python: bool):
    s = 1.5 if python else a[0]
    for x in par(a):
        s += float(x)
    return s


def main():
    res = []
    for n in (0, 1, 5, 300):
        v = np.arange(n) * 7 % 13 - 4
        m = v.reshape(-1, 5 if n % 5 == 0 else 1)
        for k in (0, 1, 3, 299, 1000):
            res += [floats(v / 2, k), nested(np.sign(m * 2.0 + 1), k), bits(v, k), bools(v > 0, k)]
            res += [integers(v * 2**60, k, s) for s in (0, 7, -(2**50))]
            res.append(caught(narrow, m.astype(np.int8), k))
        if n:
            res += [start(v / 2, True), start(v / 2, False)]
    return res
