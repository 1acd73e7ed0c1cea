#: compare: exact
"""Several names for one array: aliases, buffers that swap between loops, rows bound to names."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def alias(a: NDArray[np.int64], out: NDArray[np.int64]):
    b = a
    for i in par(range(len(a))):
        out[i] = b[i] + a[i]


def ping_pong(a: NDArray[np.float64], steps: int) -> NDArray[np.float64]:
    u, v = a.copy(), a.copy()
    for t in range(steps):
        for i in par(range(1, len(a) - 1)):
            v[i] = 0.5 * (u[i - 1] + u[i + 1])
        u, v = v, u
    return u


def rows(m: NDArray[np.int64]):
    for i in par(range(0, m.shape[0] - 1, 2)):
        p, q = m[i], m[i + 1]
        for j in range(len(p)):
            p[j], q[j] = q[j], p[j] + 1


def main():
    a, out = np.arange(1000), np.zeros(1000, np.int64)
    alias(a, out)
    m = np.arange(60).reshape(6, 10).copy()
    rows(m)
    f = np.arange(200) ** 2 / 8.0
    return out, [ping_pong(f, k) for k in (0, 1, 2, 7)], f, m
