#: compare: exact
"""64-bit elements wrap; int64 beside uint64 is float64; unsigned above 2**63; uint64 shifts and hashes."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def signed(a: NDArray[np.int64], out: NDArray[np.int64]):
    for i in par(range(len(a))):
        out[i, 0] = a[i] + a[i]
        out[i, 1] = a[i] * a[-1 - i]
        out[i, 2] = -a[i]
        out[i, 3] = abs(a[i]) // 3
        out[i, 4] = a[i] // a[-1 - i]
        out[i, 5] = a[i] % a[-1 - i]
        out[i, 6] = a[i] - 9223372036854775807


def splitmix(seeds: NDArray[np.uint64], out: NDArray[np.uint64]):
    for i in par(range(len(seeds))):
        z = seeds[i] + np.uint64(0x9E3779B97F4A7C15)
        z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        out[i] = z ^ (z >> np.uint64(31))


def mixed(a: NDArray[np.int64], u: NDArray[np.uint64]):
    n = 0
    for i in par(range(len(a))):
        if a[i] < u[i]:
            n += 1
    return n, a[3] + u[3], a[3] < u[3], u[4] // 7, u[4] / 3, u[4] % np.uint64(1000), -u[3], u[4] > 2**62


def main():
    a = np.array([0, 1, -1, 2**63 - 1, -(2**63), 3037000500, -7, 10**18])
    u = np.array([0, 1, 2**64 - 1, 2**63, 2**63 + 5, 7, 2**53 + 1, 9], np.uint64)
    out, h = np.zeros((8, 7), np.int64), np.zeros(3000, np.uint64)
    signed(a, out)
    splitmix(np.arange(3000).astype(np.uint64), h)
    return out, h, mixed(a, u)
