#: compare: exact
"""if, elif, else, nested, with pass, conditional expressions in every place."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def classify(a: NDArray[np.int64], out: NDArray[np.int64]):
    for i in par(range(len(a))):
        x = int(a[i])
        if x < 0:
            if x < -50:
                out[i] = 1
            elif x % 2:
                out[i] = 2
            else:
                pass
        elif x == 0:
            out[i] = 3
        elif 0 < x < 10:
            out[i] = 4 if x < 5 else 5
        else:
            out[i] = x if x > 50 else -x if x > 30 else 1000
        out[i] += 1 if out[i] else 0
        y = 0.5 if x > 3 else float(x)
        out[i] += int(y * (2 if x < 0 else 4))


def truthiness(a: NDArray[np.float64], out: NDArray[np.int64]):
    for i in par(range(len(a))):
        n = 0
        if a[i]:
            n += 1
        if i:
            n += 2
        if not (i % 2 and a[i]):
            n += 4
        while a[i] and n < 20:
            n += 5
        out[i] = n


def main():
    a = np.arange(1500) * 31 % 211 - 100
    out, t = np.zeros(1500, np.int64), np.zeros(1500, np.int64)
    classify(a, out)
    truthiness((a % 3) / 2.0, t)
    return out, t
