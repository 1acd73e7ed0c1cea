#: compare: exact
"""The lowest iteration's error is raised, whatever the way in which the loop accumulates."""
import warnings

import numpy as np
from numpy.typing import NDArray

from parc import par

from lib_errors import caught


def count(b: NDArray[np.int64], h: NDArray[np.int64]):
    for i in par(range(len(b))):
        h[b[i]] += 1


def shared(b: NDArray[np.int64], w: NDArray[np.float64], h: NDArray[np.float64]):
    for i in par(range(len(b))):
        h[b[i]] += 1.0 / float(w[i])


def rows(m: NDArray[np.int64], h: NDArray[np.int64]):
    for i in par(range(m.shape[0])):
        for j in range(m.shape[1]):
            h[j, m[i, j]] += 1


def checked(b: NDArray[np.int64], h: NDArray[np.int64]):
    for i in par(range(len(b))):
        assert b[i] != 77, f"77 at {i}"
        h[b[i]] -= b[i]


def unsigned(b: NDArray[np.int64], h: NDArray[np.uint8]):
    for i in par(range(len(b))):
        h[b[i]] += i % 256 + i // 10000


def main():
    found = []
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for n, bins in ((60, 9), (30000, 9), (20000, 50000)):
            b = np.arange(n) * 31 % bins
            for bad in ((), (n - 1,), (n // 2, n - 3), (3, n // 2)):
                c = b.copy()
                for place in bad:
                    c[place] = bins + place if place % 2 else -bins - 1
                h = np.zeros(bins, np.int64)
                outcome = caught(count, c, h)
                found.append(outcome)
                w = np.ones(n)
                for place in bad:
                    w[n - 1 - place // 3] = 0.0
                found.append(caught(shared, c, w, np.zeros(bins)))
            b[n // 3] = 77
            b[n // 5] = 77
            found.append(caught(checked, b % 80, np.zeros(80, np.int64)))
            m = np.arange(4 * n).reshape(n, 4) % 5
            found.append(caught(rows, m, np.zeros((4, 5), np.int64)))
            m[n // 2, 3] = 5
            m[n - 2, 1] = -6
            found.append(caught(rows, m, np.zeros((4, 5), np.int64)))
            found.append(caught(unsigned, b % 7, np.zeros(7, np.uint8)))
            found.append(caught(unsigned, np.arange(n) * 2, np.zeros(2 * n, np.uint8)))
    return found
