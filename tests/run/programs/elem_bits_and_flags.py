#: compare: exact
"""Bits and truth values accumulated per key."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def bits(k: NDArray[np.int64], v: NDArray[np.int64], a: NDArray[np.int64], o: NDArray[np.int64], x: NDArray[np.int64]):
    for i in par(range(len(k))):
        a[k[i]] &= v[i]
        o[k[i]] |= v[i]
        x[k[i]] ^= v[i]


def narrow_bits(k: NDArray[np.int64], v: NDArray[np.int64], o: NDArray[np.uint8], x: NDArray[np.int16]):
    for i in par(range(len(k))):
        o[k[i]] |= v[i]
        x[k[i]] ^= 5


def flags(k: NDArray[np.int64], v: NDArray[np.int64], o: NDArray[np.bool_], a: NDArray[np.bool_], x: NDArray[np.bool_]):
    for i in par(range(len(k))):
        hit = v[i] % 97 == 0
        o[k[i]] |= hit
        a[k[i]] &= not hit
        x[k[i]] ^= hit


def words(k: NDArray[np.int64], v: NDArray[np.int64], o: NDArray[np.bool_], a: NDArray[np.bool_], s: NDArray[np.bool_]):
    for i in par(range(len(k))):
        hit = v[i] > 990
        o[k[i]] = o[k[i]] or hit
        a[k[i]] = not hit and a[k[i]]
        s[k[i]] += hit


def seen(k: NDArray[np.int64], s: NDArray[np.bool_], t: NDArray[np.bool_]):
    for i in par(range(len(k))):
        if not s[k[i]]:
            s[k[i]] = True
        if i % 7 == 1 and t[k[i]]:
            t[k[i]] = False


def main():
    found = []
    for n, bins in ((40, 3), (30000, 3), (30000, 41), (20000, 70000)):
        i = np.arange(n)
        k, v = i * i % 10007 % bins, i * 7919 % 1009
        b = np.full(bins, -1), np.zeros(bins, np.int64), np.arange(bins)
        bits(k, v, *b)
        c = np.zeros(bins, np.uint8), np.zeros(bins, np.int16)
        narrow_bits(k, v, *c)
        f = np.zeros(bins, np.bool_), np.ones(bins, np.bool_), np.zeros(bins, np.bool_)
        flags(k, v, *f)
        w = np.zeros(bins, np.bool_), np.ones(bins, np.bool_), np.zeros(bins, np.bool_)
        words(k, v, *w)
        s = np.zeros(bins, np.bool_), np.ones(bins, np.bool_)
        seen(k, *s)
        found.append((b, c, f, w, s))
    return found
