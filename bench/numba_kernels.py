"""The kernels of the samples for Numba, with its parallel loops and its fastest strict settings."""
import math

import numpy as np
from numba import njit, prange

SETTINGS = {"parallel": True, "error_model": "numpy", "boundscheck": False}


@njit(**SETTINGS)
def heat(u, steps, k):
    v = u.copy()
    for _ in range(steps):
        for i in prange(1, u.shape[0] - 1):
            for j in range(1, u.shape[1] - 1):
                around = u[i - 1, j] + u[i + 1, j] + u[i, j - 1] + u[i, j + 1]
                v[i, j] = u[i, j] + k * (around - 4.0 * u[i, j])
        u, v = v, u
    return u


@njit(**SETTINGS)
def mandelbrot(out, left, top, width, limit):
    size = width / out.shape[1]
    for y in prange(out.shape[0]):
        for x in range(out.shape[1]):
            cr, ci = left + (x + 0.5) * size, top - (y + 0.5) * size
            zr = zi = 0.0
            n = 0
            while n < limit and zr * zr + zi * zi <= 4.0:
                zr, zi = zr * zr - zi * zi + cr, 2.0 * zr * zi + ci
                n += 1
            out[y, x] = n


@njit(**SETTINGS)
def nbody(pos, vel, mass, steps, dt, eps):
    acc = np.empty_like(pos)
    for _ in range(steps):
        for i in prange(pos.shape[0]):
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
        for i in prange(pos.shape[0]):
            for k in range(3):
                vel[i, k] += dt * acc[i, k]
                pos[i, k] += dt * vel[i, k]


@njit(inline="always")
def element(i, j):
    return 1.0 / ((i + j) * (i + j + 1) // 2 + i + 1)


@njit(**SETTINGS)
def times(v, out):
    for i in prange(len(out)):
        s = 0.0
        for j in range(len(v)):
            s += element(i, j) * v[j]
        out[i] = s


@njit(**SETTINGS)
def times_transposed(v, out):
    for i in prange(len(out)):
        s = 0.0
        for j in range(len(v)):
            s += element(j, i) * v[j]
        out[i] = s


@njit(**SETTINGS)
def spectral_norm(n, rounds):
    u, v, w = np.ones(n), np.zeros(n), np.zeros(n)
    for _ in range(rounds):
        times(u, w)
        times_transposed(w, v)
        times(v, w)
        times_transposed(w, u)
    uv = vv = 0.0
    for i in prange(n):
        uv += u[i] * v[i]
        vv += v[i] * v[i]
    return math.sqrt(uv / vv)


@njit(inline="always")
def normal_cdf(x):
    return 0.5 * (1.0 + math.erf(x / math.sqrt(2.0)))


@njit(**SETTINGS)
def black_scholes(spot, strike, years, rate, volatility, call, put):
    bad = 0  # an exception in the loop would make it serial
    for i in prange(len(spot)):
        s, t, k = spot[i], years[i], strike[i]
        if s <= 0.0 or t <= 0.0:
            bad += 1
            continue
        spread = volatility * math.sqrt(t)
        d1 = (math.log(s / k) + (rate + 0.5 * volatility * volatility) * t) / spread
        d2 = d1 - spread
        later = k * math.exp(-rate * t)
        call[i] = s * normal_cdf(d1) - later * normal_cdf(d2)
        put[i] = later * normal_cdf(-d2) - s * normal_cdf(-d1)
    if bad:
        raise ValueError("a spot or a time is not positive")


@njit(**SETTINGS)
def floyd_warshall(d):
    n = d.shape[0]
    for k in range(n):
        for i in prange(n):
            if i != k:
                first = d[i, k]
                for j in range(n):
                    d[i, j] = min(d[i, j], first + d[k, j])
