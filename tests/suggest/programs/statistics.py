"""Sums, extremes, running values."""
import numpy as np
from numpy.typing import NDArray

import parc

F = NDArray[np.float64]


def moments(a: F) -> tuple[float, float]:
    s, q = 0.0, 0.0
    for x in a:  # par
        s += x
        q += x * x
    return float(s), float(q)


def extremes(a: F) -> tuple[float, int, float]:
    low, at, high = a[0], 0, a[0]
    for i in range(len(a)):  # par
        if a[i] < low:
            low = a[i]
            at = i
        high = max(high, a[i])
    return float(low), at, float(high)


def running(a: F, out: F) -> None:
    s = 0.0
    for i in range(len(a)):  # serial
        s += a[i]
        out[i] = s


def smoothed(a: F, out: F, k: float) -> None:
    level = a[0]
    for i in range(len(a)):  # serial
        level = k * a[i] + (1.0 - k) * level
        out[i] = level


def moving(a: F, out: F) -> None:
    for i in range(len(a) - 8):  # par
        s = 0.0
        for j in range(8):
            s += a[i + j]
        out[i] = s / 8.0


def weights_by_key(a: F, key: NDArray[np.int64], h: F) -> None:
    for i in range(len(a)):  # par
        h[key[i]] += a[i]


def mean_of_rows(m: parc.f64[:, :], mean: F) -> None:
    for i in range(len(m)):  # par
        mean += m[i]
    mean /= len(m)


def example():
    a = np.arange(4000.0) % 64
    out = np.zeros(4000)
    moving(a, out)
    h, mean = np.zeros(9), np.zeros(40)
    weights_by_key(a, np.arange(4000) % 9, h)
    mean_of_rows(a.reshape(100, 40), mean)
    return moments(a), extremes(a), out.tolist(), h.tolist(), mean.tolist()
