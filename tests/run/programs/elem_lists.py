#: compare: exact
"""Lists that are accumulated in: a total has to fit, what it wanders through does not."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def count(k: NDArray[np.int64], h: list[int]):
    for i in par(range(len(k))):
        h[k[i]] += 1


def by_items(xs: list[int], h: list[int]):
    for i in par(range(len(xs))):
        h[xs[i] % 5] = h[xs[i] % 5] - xs[i] + 2 * i


def far_and_back(n: int, k: int, h: list[int]):
    for i in par(range(n)):
        if i % 4 < 2:
            h[i % 4] += k
        else:
            h[i % 4 - 2] -= k


def doubled(n: int, h: list[int]):
    for i in par(range(n)):
        h[i % len(h)] *= 2


def inner(n: int, h: list[int]):
    for i in par(range(n)):
        for j in par(range(len(h))):
            h[j] += i * j


def floats(k: NDArray[np.int64], h: list[float], top: list[float], z: list[complex], seen: list[bool]):
    for i in par(range(len(k))):
        h[k[i]] += 0.5
        top[k[i]] = max(top[k[i]], i / 2)
        z[k[i]] += 1j
        seen[k[i]] |= i % 3 == 0


def largest(k: NDArray[np.int64], h: list[int], bits: list[int]):
    for i in par(range(len(k))):
        h[k[i]] = max(h[k[i]], i * 7919 % 1009)
        bits[k[i]] |= i


def main():
    found = []
    for n, bins in ((10, 2), (40000, 2), (40000, 100), (30000, 60000)):
        k = np.arange(n) * 7919 % 10007 % bins
        h = list(range(bins))
        count(k, h)
        f, top, z, seen = [0.25] * bins, [-1.0] * bins, [0j] * bins, [False] * bins
        floats(k, f, top, z, seen)
        m, bits = [-1] * bins, [0] * bins
        largest(k, m, bits)
        found.append((h, f, top, z, seen, m, bits))
    h = [1, 2, 3, 4, 5]
    by_items(list(range(30000)), h)
    far = [0, 7]
    far_and_back(40000, 2**61, far)
    d = [3] * 5
    doubled(300, d)
    e = [0] * 4
    inner(2000, e)
    return found, h, far, d, e
