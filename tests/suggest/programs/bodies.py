"""Gravity: forces, a step, the energy."""
import math

import numpy as np
from numpy.typing import NDArray

F = NDArray[np.float64]


def pull(pos: F, mass: F, i: int, k: int) -> float:
    total = 0.0
    for j in range(len(mass)):  # serial: called in parallel loops only
        if j != i:
            d = 0.1
            for axis in range(3):
                d += (pos[j, axis] - pos[i, axis]) ** 2
            total += mass[j] * (pos[j, k] - pos[i, k]) / (d * math.sqrt(d))
    return float(total)


def forces(pos: F, mass: F, acc: F) -> None:
    for i in range(len(mass)):  # par
        for k in range(3):
            acc[i, k] = pull(pos, mass, i, k)


def advance(pos: F, vel: F, acc: F, dt: float) -> None:
    for k in range(3):  # serial: the longer loop is inside
        for i in range(pos.shape[0]):  # par
            vel[i, k] += dt * acc[i, k]
            pos[i, k] += dt * vel[i, k]


def example():
    pos, vel, acc = np.arange(120.0).reshape(40, 3) % 17, np.zeros((40, 3)), np.zeros((40, 3))
    for _ in range(3):  # serial: outside native code
        forces(pos, np.ones(40), acc)
        advance(pos, vel, acc, 0.01)
    return pos.tolist()
