#: compare: exact
"""and, or, not as values and as conditions; the right side runs only when it must."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def values(a: NDArray[np.int64], out: NDArray[np.int64]):
    for i in par(range(len(a))):
        x = int(a[i])
        out[i, 0] = x and 10 // x
        out[i, 1] = x or 7
        out[i, 2] = x > 0 and x < 5 or x == 9
        out[i, 3] = not x
        out[i, 4] = (x or i) and (i or -1)
        out[i, 5] = 1 if not (x < 0 or x > 6) else 2 if x > 0 else 3


def guarded(a: NDArray[np.int64], b: NDArray[np.int64]) -> int:
    n = 0
    for i in par(range(len(a))):
        if b[i] != 0 and int(a[i]) % int(b[i]) == 0 and i + 1 < len(a) and a[i + 1] > 2:
            n += 1
        elif i > 0 and a[i - 1] < 0 or not (i % 3):
            n += 1000
    return n


def floats(x: float, y: float):
    r = 0.0
    for i in par(range(3)):
        r = x or y
    return r, x and y, not x, x > 1 or y > 1


def main():
    a = np.arange(-6, 12)
    out = np.zeros((18, 6), np.int64)
    values(a, out)
    return out, guarded(a, a[::-1] // 4), [floats(x, y) for x in (0.0, -0.0, 2.5, float("nan")) for y in (0.0, 3.0)]
