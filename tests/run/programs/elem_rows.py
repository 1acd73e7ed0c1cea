#: compare: float-reduction
"""Sums of rows, matrix products over the outer index, views of all kinds, many axes, several targets."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def weighted_rows(a: NDArray[np.float64], x: NDArray[np.float64], y: NDArray[np.float64]):
    for i in par(range(a.shape[0])):
        for j in range(a.shape[1]):
            y[j] += a[i, j] * x[i]


def transposed_times(a: NDArray[np.float64], x: NDArray[np.float64]) -> NDArray[np.float64]:
    y = np.zeros(a.shape[1])
    for i in par(range(a.shape[0])):
        xi = x[i]
        row = a[i]
        for j in range(len(row)):
            y[j] = y[j] + row[j] * xi
    return y


def products(a: NDArray[np.float64], b: NDArray[np.float64], c: NDArray[np.float64]):
    for k in par(range(a.shape[1])):
        for i in range(a.shape[0]):
            row = c[i]
            for j in range(b.shape[1]):
                row[j] += a[i, k] * b[k, j]


def neighbours(a: NDArray[np.float64], out: NDArray[np.float64]):
    n = len(a)
    for i in par(range(n)):
        out[i - 1] += 0.25 * a[i]
        out[i] += 0.5 * a[i]
        out[(i + 1) % n] += 0.25 * a[i]


def in_views(a: NDArray[np.float64], m: NDArray[np.float64]):
    for i in par(range(len(a))):
        part = m[i % 3 :, ::-1]
        part[0, i % 5] += a[i]
        m.T[i % 2, -1] -= a[i]


def moments(k: NDArray[np.int64], a: NDArray[np.float64], n: NDArray[np.int64], s: NDArray[np.float64],
            q: NDArray[np.float64], own: NDArray[np.float64]):
    for i in par(range(len(a))):
        own[i] = a[i] * 2.0
        n[k[i]] += 1
        s[k[i]] += a[i]
        q[k[i]] += a[i] * a[i]


def cube(a: NDArray[np.float64], h: NDArray[np.float64]):
    for i in par(range(len(a))):
        for j in range(3):
            h[i % 2, j, i % 4] += a[i] + j


def nested(a: NDArray[np.float64], y: NDArray[np.float64], z: NDArray[np.float64]):
    for i in par(range(a.shape[0])):
        for j in par(range(a.shape[1])):
            y[j] += a[i, j]
            z[0] += a[i, j]


def main():
    i = np.arange(300 * 40)
    a = (np.sin(i) * 2.0).reshape(300, 40)
    x = np.cos(np.arange(300))
    y, w = np.zeros(40), np.zeros(80)
    weighted_rows(a, x, y)
    weighted_rows(a, x, w[::-2])
    y3 = transposed_times(a, x)
    c, d = np.zeros((40, 40)), np.zeros((40, 80))
    products(a.T.copy(), a, c)
    products(a.T, a, d[:, 1::2].T[::-1].T)
    out = np.zeros(12000)
    neighbours(a.ravel(), out)
    few = np.zeros(3)
    neighbours(a.ravel()[:3], few)
    m = np.zeros((5, 5))
    in_views(a.ravel(), m)
    k = i * 7919 % 1009 % 6
    n, s, q, own = np.zeros(6, np.int64), np.zeros(6), np.zeros(6), np.zeros(len(i))
    moments(k, a.ravel(), n, s, q, own)
    h = np.zeros((2, 3, 4))
    cube(a.ravel(), h)
    cube(a.ravel(), h.transpose(0, 1, 2)[::-1, ::-1, ::-1])
    u, z = np.zeros(40), np.zeros(2)
    nested(a, u, z)
    return y, w, y3, c, d, out, few, m, n, s, q, own, h, u, z
