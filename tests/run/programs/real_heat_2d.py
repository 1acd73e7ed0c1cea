#: compare: exact
"""Explicit steps of the heat equation with a source, fixed and insulated edges."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def step(u: NDArray[np.float64], v: NDArray[np.float64], k: float):
    h, w = u.shape
    for i in par(range(h)):
        for j in range(w):
            if i == 0 or i == h - 1:
                v[i, j] = u[i, j]
            else:
                left = u[i, j - 1] if j > 0 else u[i, j]
                right = u[i, j + 1] if j < w - 1 else u[i, j]
                v[i, j] = u[i, j] + k * (left + right + u[i - 1, j] + u[i + 1, j] - 4.0 * u[i, j])


def run(u: NDArray[np.float64], steps: int) -> NDArray[np.float64]:
    v = np.zeros_like(u)
    for t in range(steps):
        step(u, v, 0.15)
        for i in par(range(u.shape[0])):
            v[i, i % u.shape[1]] += 0.01 * t
        u, v = v, u
    return u


def main():
    res = []
    for h, w in ((20, 30), (3, 3), (1, 9), (30, 1), (2, 2)):
        u = np.zeros((h, w))
        u[0], u[:, 0] = 10.0, 3.5
        res.append((run(u.copy(), 12), run(u, 0), u))
    return res
