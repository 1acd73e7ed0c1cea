#: compare: exact
"""Several targets, chained, swapped, nested and starred-free unpacking, augmented forms of every operator."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def forms(a: NDArray[np.int64], m: NDArray[np.int64]):
    for i in par(range(len(a))):
        x = y = int(a[i])
        x, y = y + 1, x - 1
        (p, q), r = (x, y), i
        [u, v] = q, p
        m[i, 0] = m[i, 1] = p + r
        m[i, 2], m[i, 3] = u, v
        m[i, 2], m[i, 3] = m[i, 3], m[i, 2]
        z = 7
        z += p
        z -= 2
        z *= 3
        z //= 2
        z %= 50
        z <<= 2
        z >>= 1
        z |= 9
        z &= 127
        z ^= 5
        z **= 2
        m[i, 4] = z
        w = float(z)
        w /= 4
        w -= 0.5
        w **= 0.5
        m[i, 5] = int(w * 1000)


def order(m: NDArray[np.int64]):
    for i in par(range(m.shape[0])):
        k = 0
        k, m[i, k] = 3, 10
        m[i, k], k = k, 1
        m[i, 1] += k
        t: int = k + 5
        m[i, 2] = t


def main():
    a, m, o = np.arange(900) % 61 - 20, np.zeros((900, 6), np.int64), np.zeros((4, 4), np.int64)
    forms(a, m)
    order(o)
    return m, o
