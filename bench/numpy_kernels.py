"""The kernels as one writes them with NumPy: whole arrays, with the signatures of the samples."""
import math

import numpy as np


def heat(u, steps, k):
    v = u.copy()
    for _ in range(steps):
        around = u[:-2, 1:-1] + u[2:, 1:-1] + u[1:-1, :-2] + u[1:-1, 2:]
        v[1:-1, 1:-1] = u[1:-1, 1:-1] + k * (around - 4.0 * u[1:-1, 1:-1])
        u, v = v, u
    return u


def mandelbrot(out, left, top, width, limit):
    """Points that have left the circle are dropped, so that the work shrinks with the steps."""
    rows, columns = out.shape
    size = width / columns
    cr = np.tile(left + (np.arange(columns) + 0.5) * size, rows)
    ci = np.repeat(top - (np.arange(rows) + 0.5) * size, columns)
    zr, zi = np.zeros(out.size), np.zeros(out.size)
    where = np.arange(out.size)
    counts = np.full(out.size, limit)
    for n in range(limit):
        stays = zr * zr + zi * zi <= 4.0
        counts[where[~stays]] = n
        where, cr, ci, zr, zi = where[stays], cr[stays], ci[stays], zr[stays], zi[stays]
        zr, zi = zr * zr - zi * zi + cr, 2.0 * zr * zi + ci
    out[:] = counts.reshape(out.shape)


def nbody(pos, vel, mass, steps, dt, eps):
    acc = np.empty_like(pos)
    for _ in range(steps):
        for i in range(len(pos)):
            d = pos - pos[i]
            d2 = (d * d).sum(axis=1) + eps
            acc[i] = (mass / (d2 * np.sqrt(d2))) @ d
        vel += dt * acc
        pos += dt * vel


def spectral_norm(n, rounds):
    i, j = np.arange(n)[:, None], np.arange(n)
    a = 1.0 / ((i + j) * (i + j + 1) // 2 + i + 1)
    u = np.ones(n)
    for _ in range(rounds):
        v = a.T @ (a @ u)
        u = a.T @ (a @ v)
    return math.sqrt((u @ v) / (v @ v))


erf = np.frompyfunc(math.erf, 1, 1)


def normal_cdf(x):
    return 0.5 * (1.0 + erf(x / math.sqrt(2.0)).astype(np.float64))


def black_scholes(spot, strike, years, rate, volatility, call, put):
    if (spot <= 0.0).any() or (years <= 0.0).any():
        raise ValueError("a spot or a time is not positive")
    spread = volatility * np.sqrt(years)
    d1 = (np.log(spot / strike) + (rate + 0.5 * volatility * volatility) * years) / spread
    d2 = d1 - spread
    later = strike * np.exp(-rate * years)
    call[:] = spot * normal_cdf(d1) - later * normal_cdf(d2)
    put[:] = later * normal_cdf(-d2) - spot * normal_cdf(-d1)


def floyd_warshall(d):
    for k in range(len(d)):
        np.minimum(d, d[:, k, None] + d[k], out=d)
