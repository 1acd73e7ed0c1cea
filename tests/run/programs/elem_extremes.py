#: compare: exact
"""Largest and smallest per key, in every spelling, with NaN, infinities, zeros of both signs and ties."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def by_call(k: NDArray[np.int64], v: NDArray[np.float64], hi: NDArray[np.float64], lo: NDArray[np.float64]):
    for i in par(range(len(k))):
        hi[k[i]] = max(hi[k[i]], v[i])
        lo[k[i]] = min(lo[k[i]], v[i])


def call_turned(k: NDArray[np.int64], v: NDArray[np.float64], hi: NDArray[np.float64], lo: NDArray[np.float64]):
    for i in par(range(len(k))):
        hi[k[i]] = max(v[i], hi[k[i]])
        lo[k[i]] = min(v[i], lo[k[i]])


def by_if(k: NDArray[np.int64], v: NDArray[np.float64], hi: NDArray[np.float64], lo: NDArray[np.float64]):
    for i in par(range(len(k))):
        j = k[i]
        e = v[i]
        if e > hi[j]:
            hi[j] = e
        if lo[j] >= e:
            lo[j] = e


def by_not(k: NDArray[np.int64], v: NDArray[np.float64], hi: NDArray[np.float64], lo: NDArray[np.float64]):
    for i in par(range(len(k))):
        if not hi[k[i]] >= v[i]:
            hi[k[i]] = v[i]
        if i % 3 == 0 and not v[i] > lo[k[i]]:
            lo[k[i]] = v[i]


def by_choice(k: NDArray[np.int64], v: NDArray[np.float64], hi: NDArray[np.float64], lo: NDArray[np.float64]):
    for i in par(range(len(k))):
        hi[k[i]] = v[i] if v[i] > hi[k[i]] else hi[k[i]]
        lo[k[i]] = lo[k[i]] if lo[k[i]] < v[i] else v[i]


def by_numpy(k: NDArray[np.int64], v: NDArray[np.float64], hi: NDArray[np.float64], lo: NDArray[np.float64]):
    for i in par(range(len(k))):
        hi[k[i]] = np.maximum(hi[k[i]], abs(v[i]) + 1.0)
        lo[k[i]] = np.fmin(lo[k[i]], abs(v[i]) + 1.0)


def of_python_numbers(k: NDArray[np.int64], hi: NDArray[np.float64], lo: NDArray[np.float64]):
    for i in par(range(len(k))):
        x = 0.5 * (i * 7919 % 1000)
        hi[k[i]] = max(hi[k[i]], x)
        lo[k[i]] = min(0.5 * (i * 31 % 77), lo[k[i]])


def of_ints(k: NDArray[np.int64], hi: NDArray[np.int64], lo: NDArray[np.int32], u: NDArray[np.uint8]):
    for i in par(range(len(k))):
        hi[k[i]] = max(i * 7919 % 1009, hi[k[i]])
        lo[k[i]] = min(lo[k[i]], 5 - i % 777)
        if u[k[i]] <= k[i] * 3:
            u[k[i]] = k[i] * 3


def by_remainder(v: NDArray[np.float64], m: NDArray[np.float64], k: int):
    for i in par(range(len(v))):
        m[i % k] = max(m[i % k], v[i])


def values(n):
    i = np.arange(n)
    v = (i * 7919 % 4099) / 2.0 - 1000.0
    v[i % 11 == 0] = 0.0
    v[i % 13 == 0] = -0.0
    v[i % 997 == 5] = np.nan
    v[i % 1999 == 5] = np.inf
    return v


def main():
    found = []
    for n, bins in ((30, 4), (30000, 4), (30000, 19), (20000, 50000)):
        k = np.arange(n) * 31 % 1009 * 101 % bins
        for v in (values(n), np.where(values(n) > 0, 0.0, -0.0), -np.abs(values(n))):
            for f in (by_call, call_turned, by_if, by_not, by_choice, by_numpy):
                hi, lo = np.full(bins, -np.inf), np.full(bins, np.inf)
                hi[bins // 2] = np.nan
                hi[0] = lo[0] = -0.0
                f(k, v, hi, lo)
                found.append((hi, lo))
        hi, lo = np.zeros(bins), np.zeros(bins)
        of_python_numbers(k, hi, lo)
        ints = np.full(bins, -5), np.full(bins, 2**31 - 1, np.int32), np.zeros(bins, np.uint8)
        of_ints(k % 4 if bins > 19 else k, *ints)
        m = np.full(bins, -np.inf)
        by_remainder(v, m, bins)
        found.append((hi, lo, ints, m))
    return found
