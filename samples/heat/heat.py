"""The heat equation on a plate: explicit Euler steps of a five-point stencil."""
import numpy as np
from numpy.typing import NDArray
from parc import par


def simulate(u: NDArray[np.float64], steps: int, k: float) -> NDArray[np.float64]:
    """The temperatures after `steps` steps from `u`, with fixed edges; k = conductivity * dt / dx**2."""
    v = u.copy()
    for _ in range(steps):
        for i in par(range(1, u.shape[0] - 1)):
            for j in range(1, u.shape[1] - 1):
                around = u[i - 1, j] + u[i + 1, j] + u[i, j - 1] + u[i, j + 1]
                v[i, j] = u[i, j] + k * (around - 4.0 * u[i, j])
        u, v = v, u
    return u


def warmest(u: NDArray[np.float64]) -> tuple[float, int]:
    """The highest temperature and the first row that has it."""
    top, row = float(u[0, 0]), 0
    for i in par(range(u.shape[0])):
        for j in range(u.shape[1]):
            t = float(u[i, j])
            if t > top:
                top = t
                row = i
    return top, row


def plate(rows, columns):
    """A cold plate with a hot upper edge and a warm spot."""
    u = np.zeros((rows, columns))
    u[0] = 100.0
    u[rows // 2 : rows // 2 + 9, columns // 3 : columns // 3 + 9] = 60.0
    return u
