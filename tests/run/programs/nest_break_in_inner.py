#: compare: exact
"""break and continue of serial loops inside par loops touch only their own loop."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def scan(m: NDArray[np.int64], out: NDArray[np.int64]) -> tuple[int, int]:
    breaks = skips = 0
    for i in par(range(m.shape[0])):
        for j in range(m.shape[1]):
            if m[i, j] % 7 == 0:
                skips += 1
                continue
            if m[i, j] % 11 == 0:
                breaks += 1
                break
            out[i] += m[i, j]
        if out[i] == 0:
            continue
        out[i] -= 1
    return breaks, skips


def deeper(out: NDArray[np.int64]):
    for i in par(range(len(out))):
        k = 0
        while True:
            k += 1
            if k > i:
                break
            for j in range(k):
                if j == 5:
                    break
                out[i] += 1
            else:
                out[i] += 100


def main():
    m = (np.arange(3000) * 31 % 389 + 1).reshape(60, 50)
    a, b = np.zeros(60, np.int64), np.zeros(40, np.int64)
    counts = scan(m, a)
    deeper(b)
    return counts, a, b
