"""Heat in a plate, with and without a second array."""
import numpy as np
from numpy.typing import NDArray

F = NDArray[np.float64]


def heat(u: F, v: F, steps: int) -> None:
    for _ in range(steps):  # serial
        for i in range(1, u.shape[0] - 1):  # par
            for j in range(1, u.shape[1] - 1):
                v[i, j] = 0.25 * (u[i - 1, j] + u[i + 1, j] + u[i, j - 1] + u[i, j + 1])
        u, v = v, u


def gauss_seidel(u: F) -> None:
    for i in range(1, u.shape[0] - 1):  # serial
        for j in range(1, u.shape[1] - 1):  # serial
            u[i, j] = 0.25 * (u[i - 1, j] + u[i + 1, j] + u[i, j - 1] + u[i, j + 1])


def red_black(u: F, colour: int) -> None:
    for i in range(1, len(u) - 1):  # par
        if i % 2 == colour % 2:
            u[i] = 0.5 * (u[i - 1] + u[i + 1])


def example():
    u = np.arange(900.0).reshape(30, 30) % 11
    v = u.copy()
    heat(u, v, 5)
    line = np.arange(500.0) % 13
    red_black(line, 0)
    red_black(line, 1)
    return u.tolist(), v.tolist(), line.tolist()
