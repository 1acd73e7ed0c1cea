"""Gravity between all pairs of bodies, softened, with leapfrog-like Euler steps."""
import math

import numpy as np
from numpy.typing import NDArray
from parc import par


def accelerate(pos: NDArray[np.float64], mass: NDArray[np.float64], acc: NDArray[np.float64], eps: float):
    """acc[i] = the pull of all bodies on body i; `eps` is the square of the softening length."""
    for i in par(range(pos.shape[0])):
        ax = ay = az = 0.0
        for j in range(pos.shape[0]):
            dx = pos[j, 0] - pos[i, 0]
            dy = pos[j, 1] - pos[i, 1]
            dz = pos[j, 2] - pos[i, 2]
            d2 = dx * dx + dy * dy + dz * dz + eps
            w = mass[j] / (d2 * math.sqrt(d2))
            ax += w * dx
            ay += w * dy
            az += w * dz
        acc[i, 0] = ax
        acc[i, 1] = ay
        acc[i, 2] = az


def advance(pos: NDArray[np.float64], vel: NDArray[np.float64], acc: NDArray[np.float64], dt: float):
    for i in par(range(pos.shape[0])):
        for k in range(3):
            vel[i, k] += dt * acc[i, k]
            pos[i, k] += dt * vel[i, k]


def kinetic_energy(vel: NDArray[np.float64], mass: NDArray[np.float64]) -> float:
    e = 0.0
    for i in par(range(vel.shape[0])):
        e += 0.5 * mass[i] * (vel[i, 0] * vel[i, 0] + vel[i, 1] * vel[i, 1] + vel[i, 2] * vel[i, 2])
    return e


def simulate(pos, vel, mass, steps, dt, eps):
    """Moves the bodies in place. Holds no par loop itself, so it stays Python."""
    acc = np.zeros_like(pos)
    for _ in range(steps):
        accelerate(pos, mass, acc, eps)
        advance(pos, vel, acc, dt)


def bodies(n):
    """`n` bodies on a spiral, at rest, with masses that differ."""
    k = np.arange(n)
    turn = k * 2.399963229728653
    radius = np.sqrt((k + 0.5) / n)
    pos = np.stack([radius * np.cos(turn), radius * np.sin(turn), 0.2 * np.cos(3.0 * turn)], axis=1)
    return pos, np.zeros((n, 3)), (1.0 + k % 5) / n
