#: compare: exact
"""Names bound once in the module: numbers, expressions of them, tuples, NumPy scalars."""
import numpy as np
from numpy.typing import NDArray

from parc import par

WIDTH = 12
HALF = WIDTH // 2
STEP = 0.125 * HALF
WEIGHTS = (0.25, 0.5, 0.25)
LIMIT = np.uint8(200)
NEGATIVE = -3
DEBUG = False


def apply(a: NDArray[np.float64], b: NDArray[np.uint8], out: NDArray[np.float64]) -> int:
    over = 0
    for i in par(range(1, len(a) - 1)):
        s = 0.0
        for k in range(3):
            s += WEIGHTS[k] * float(a[i + k - 1])
        out[i] = s * STEP + WIDTH % HALF + NEGATIVE
        if b[i] > LIMIT:
            over += 1
        if DEBUG:
            out[i] = -1.0
    return over


def main():
    a = np.arange(2000) % 31 / 4.0
    out = np.zeros(2000)
    return apply(a, (np.arange(2000) % 256).astype(np.uint8), out), out
