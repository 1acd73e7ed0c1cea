#: compare: exact
"""Game of Life on a torus with bytes, counted neighbours and a population count."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def generation(a: NDArray[np.uint8], b: NDArray[np.uint8]) -> int:
    h, w = a.shape
    alive = 0
    for i in par(range(h)):
        up, down = (i - 1) % h, (i + 1) % h
        for j in range(w):
            k, r = j - 1, (j + 1) % w
            n = int(a[up, k]) + int(a[up, j]) + int(a[up, r]) + int(a[i, k]) + int(a[i, r])
            n += int(a[down, k]) + int(a[down, j]) + int(a[down, r])
            b[i, j] = 1 if n == 3 or (n == 2 and a[i, j] == 1) else 0
            alive += b[i, j] == 1
    return int(alive)


def main():
    counts = []
    a = (np.arange(40 * 50) * 7919 % 13 < 4).astype(np.uint8).reshape(40, 50)
    b = np.zeros_like(a)
    for t in range(6):
        counts.append(generation(a, b))
        a, b = b, a
    tiny = np.ones((1, 1), np.uint8)
    return counts, a, generation(tiny, tiny.copy())
