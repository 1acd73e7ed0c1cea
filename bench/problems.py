"""The kernels' arguments: sizes, fresh copies for every run, and what of a run is the answer."""
import numpy as np


class Problem:
    """A kernel, the sample that parc compiles for it, and its arguments."""

    def __init__(self, name, entry, size, make, answer):
        self.name = name
        self.entry = entry
        self.size = size
        self.make = make
        self.answer = answer


def _heat(rows=1000, columns=1000, steps=40):
    u = np.zeros((rows, columns))
    u[0] = 100.0
    u[rows // 3 : rows // 2, columns // 4 : columns // 2] = 60.0
    return u, steps, 0.2


def _mandelbrot(rows=600, columns=900, limit=400):
    return np.zeros((rows, columns), np.int64), -2.25, 1.0, 3.0, limit


def _nbody(n=1800, steps=4):
    k = np.arange(n)
    radius, turn = np.sqrt((k + 0.5) / n), k * 2.399963229728653
    pos = np.stack([radius * np.cos(turn), radius * np.sin(turn), 0.2 * np.cos(3.0 * turn)], axis=1)
    return pos, np.zeros((n, 3)), (1.0 + k % 5) / n, steps, 0.01, 1e-4


def _black_scholes(n=1_000_000):
    k = np.arange(n)
    given = 40.0 + k % 61, 35.0 + k * 7 % 83, 0.1 + k * 31 % 97 / 24.0
    return *given, 0.03, 0.25, np.zeros(n), np.zeros(n)


def _floyd_warshall(n=600):
    k = np.arange(n * n)
    d = (1.0 + k * 7919 % 1009).reshape(n, n)
    np.fill_diagonal(d, 0.0)
    return (d,)


PROBLEMS = {
    problem.name: problem
    for problem in (
        Problem("heat", "simulate", "1000 x 1000 cells, 40 steps", _heat, lambda args, result: [result]),
        Problem("mandelbrot", "render", "900 x 600 points, 400 steps", _mandelbrot, lambda args, result: [args[0]]),
        Problem("nbody", "simulate", "1800 bodies, 4 steps", _nbody, lambda args, result: [args[0], args[1]]),
        Problem("spectral_norm", "norm", "1500 x 1500, 4 rounds", lambda: (1500, 4), lambda args, result: [result]),
        Problem("black_scholes", "prices", "1,000,000 options", _black_scholes, lambda args, result: [args[5], args[6]]),
        Problem("floyd_warshall", "in_place", "600 nodes", _floyd_warshall, lambda args, result: [args[0]]),
    )
}
