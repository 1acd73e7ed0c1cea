#: compare: exact
"""Arguments that are reversed, strided, transposed, broadcast or slices of larger arrays, read and written."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def fill(v: NDArray[np.int64], k: int):
    for i in par(range(len(v))):
        v[i] = k + i


def add(v: NDArray[np.int64], w: NDArray[np.int64]) -> int:
    s = 0
    for i in par(range(len(v))):
        s += int(v[i]) * 3 + int(w[-1 - i])
    return s


def plane(m: NDArray[np.int32], k: int):
    for i in par(range(m.shape[0])):
        for j in range(m.shape[1]):
            m[i, j] = k + i * 100 + j


def main():
    base = np.zeros(200, np.int64)
    for k, v in enumerate((base[::2], base[199:100:-3], base[::-1][:20], base[7:8], base[9:9])):
        fill(v, 1000 * k)
    wide = np.broadcast_to(np.array([5]), 3000)
    line = np.arange(6000)
    sums = add(wide, wide), add(line[::2], line[::-2]), add(line[:3000], wide), add(base, base)
    g = np.zeros((12, 10), np.int32)
    for k, m in enumerate((g[::-1, ::3], g.T[1::4], g[3:9, 5:2:-1], g[:, :0])):
        plane(m, 10000 * k)
    cube = np.zeros((3, 4, 5), np.int32)
    plane(cube[:, 2], 7)
    plane(cube[1].T, 70)
    return base, sums, g, cube
