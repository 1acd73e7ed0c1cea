#: compare: exact
"""float32 elements round at every step; beside Python floats they stay float32, beside float64 they do not."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def singles(a: NDArray[np.float32], b: NDArray[np.float32], out: NDArray[np.float32]):
    for i in par(range(len(a))):
        x, y = a[i], b[i]
        out[i, 0] = x * y + x
        out[i, 1] = x / y
        out[i, 2] = x // y
        out[i, 3] = x % y
        out[i, 4] = x * 0.1
        out[i, 5] = 1 / (x + 3)
        out[i, 6] = (x - y) * 16777217
        out[i, 7] = x - np.float32(0.3)
        out[i, 8] = -abs(x)


def promoted(a: NDArray[np.float32], d: NDArray[np.float64], k: NDArray[np.int32], h: NDArray[np.int16], out: NDArray[np.float64]):
    for i in par(range(len(a))):
        out[i, 0] = a[i] * d[i]
        out[i, 1] = a[i] * k[i]
        out[i, 2] = a[i] * h[i]
        out[i, 3] = float(a[i]) * 0.1
        out[i, 4] = a[i] + k[i] / 3


def kinds(a: NDArray[np.float32], d: NDArray[np.float64]):
    s = np.float32(0.0)
    for i in par(range(len(a))):
        s = max(s, a[i])
    return s, a[1] + 1, a[1] * 2.5, a[1] + d[1], a[1] / 3, float(a[1]), a[1] ** 2, a[1] == d[1], np.float64(a[1]), np.float32(d[1])


def main():
    k = np.arange(-700, 701)
    a, b = (k / 7.0).astype(np.float32), ((k % 11 - 5) / 3.0).astype(np.float32)
    out, p = np.zeros((1401, 9), np.float32), np.zeros((1401, 5))
    singles(a, b, out)
    promoted(a, k / 3.0, (k * 99991).astype(np.int32), k.astype(np.int16), p)
    return out, p, kinds(a, k / 3.0)
