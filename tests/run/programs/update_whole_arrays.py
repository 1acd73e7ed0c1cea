#: compare: exact
"""Updates of whole arrays: `y += row`, `m[:, j] *= 2.0`, with NumPy's broadcasting, casts and copies."""
import numpy as np
from numpy.typing import NDArray

import parc
from parc import par


def sum_of_rows(m: parc.f64[:, :], y: NDArray[np.float64]):
    for i in par(range(len(m))):
        y += m[i]


def sum_of_columns(m: parc.f64[:, :], y: NDArray[np.float64]):
    for j in par(range(m.shape[1])):
        y += m[:, j]


def difference(m: parc.f64[:, :], y: NDArray[np.float64], n: int):
    for i in par(range(n)):
        y[1:-1] -= m[i, ::2]


def scale_rows(m: parc.f64[:, :], w: NDArray[np.float64]):
    for i in par(range(len(m))):
        m[i] *= w[i]


def scale_columns(m: NDArray[np.float32], s: float):
    for j in par(range(m.shape[1])):
        m[:, j] /= s
        m[::2, j] -= 1


def center(m: parc.f64[:, :], mean: NDArray[np.float64]):
    for i in par(range(len(m))):
        m[i] -= mean


def outer(c: NDArray[np.float64], a: NDArray[np.float64], b: NDArray[np.float64]):
    for i in par(range(len(a))):
        c[i, ...] += a[i]
        c[i] += b


def cubes(t: NDArray[np.float64], m: parc.f64[:, :]):
    t[0, 0, 0] = 0.0
    for i in par(range(len(t))):
        t[i] += m
        t[i, :, 1:2] *= m[0, 0]
        t[i] += m[:, 0:1]


def count_pixels(pixels: parc.u8[:, :], seen: NDArray[np.int64], total: NDArray[np.int64]):
    for i in par(range(len(pixels))):
        seen += pixels[i]
        total += 1


def serially(y: NDArray[np.float64], x: NDArray[np.float64]):
    y += x
    y[::2] *= 3
    y[1:] += y[:-1]
    y += y[::-1]
    y -= y
    y += x
    return y[0] + y[-1]


def whole(m: parc.f64[:, :]):
    m[:] += m
    m[...] *= 0.5
    m += m.T
    m += m[:, :1]
    m += m[0]
    m //= 0.75
    m %= 3.5


def points(n: int):
    z = np.zeros(())
    for i in par(range(n)):
        z += i
        z[...] += 0.5
    return z


def main():
    out = []
    rng = np.random.default_rng(7)
    for n, k in ((0, 4), (1, 4), (5, 1), (40, 7), (3000, 9)):
        # Whole numbers: a sum of floats in another order would be rounded in another way.
        m = rng.integers(-9, 9, size=(n, k)).astype(float)
        y, z = np.ones(k), np.ones(n)
        sum_of_rows(m, y)
        sum_of_columns(m, z)
        out.append([np.copy(a) for a in (y, z,)])
        wide = np.asfortranarray(m)
        sum_of_rows(wide, y[::-1])
        sum_of_columns(wide, z[::-1])
        out.append([np.copy(a) for a in (y, z,)])
        scale_rows(m, np.arange(n, dtype=float))
        out.append([np.copy(a) for a in (m,)])
        center(m, y)
        center(m, np.array([2.0]))
        out.append([np.copy(a) for a in (m,)])
        f = m.astype(np.float32)
        scale_columns(f, 3.0)
        scale_columns(f, 0.0)
        out.append([np.copy(a) for a in (f,)])
        c = np.zeros((n, k))
        outer(c, np.arange(n, dtype=float), y)
        out.append([np.copy(a) for a in (c,)])
        pixels = rng.integers(0, 256, size=(n, k), dtype=np.uint8)
        seen, total = np.zeros(k, np.int64), np.zeros(3, np.int64)
        count_pixels(pixels, seen, total)
        out.append([np.copy(a) for a in (seen, total,)])
    t = rng.normal(size=(6, 4, 3))
    cubes(t, rng.normal(size=(4, 3)))
    out.append([np.copy(a) for a in (t,)])
    y = np.arange(9.0)
    difference(np.arange(28.0).reshape(2, 14), y, 2)
    out.append([np.copy(a) for a in (y,)])
    for size in (1, 2, 9, 100):
        y, x = rng.normal(size=size), rng.normal(size=size)
        out.append([np.copy(a) for a in (serially(y, x), y,)])
        out.append([np.copy(a) for a in (serially(y, y), y,)])
        m = rng.normal(size=(size, size))
        whole(m)
        out.append([np.copy(a) for a in (m,)])
        whole(m[:, ::-1])
        out.append([np.copy(a) for a in (m,)])
    out.append(points(10))
    # Memory that is shared, where an update reads what it writes.
    base = np.arange(40.0)
    center(base[:30].reshape(5, 6), base[3:9])
    out.append([np.copy(a) for a in (base,)])
    center(base[:30].reshape(5, 6), base[::6][:6])
    out.append([np.copy(a) for a in (base,)])
    sum_of_rows(base[:30].reshape(5, 6), base[30:36])
    out.append([np.copy(a) for a in (base,)])
    return out
