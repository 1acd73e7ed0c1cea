"""The kernels written by hand in C++ with OpenMP, compiled on first use, with the signatures of the samples."""
import ctypes
import os
import pathlib
import subprocess

import numpy as np

HERE = pathlib.Path(__file__).resolve().parent
COMPILER = os.environ.get("BENCH_CXX", "clang++-19")
FLAGS = ["-O3", "-march=native", "-ffp-contract=off", "-fno-math-errno", "-fopenmp", "-shared", "-fPIC", "-w"]


class Kernels:
    """The C++ kernels, compiled into `folder`."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)

    def build(self, name):
        target = self.folder / f"lib{name}.so"
        if not target.exists():
            command = [COMPILER, *FLAGS, str(HERE / "cpp" / f"{name}.cpp"), "-o", str(target)]
            subprocess.run(command, check=True)
        return target

    def _call(self, name, *arguments, result=None):
        function = getattr(ctypes.CDLL(str(self.build(name))), name)
        function.restype = result
        return function(*map(_to_c, arguments))

    def heat(self, u, steps, k):
        v = u.copy()
        self._call("heat", u, v, *u.shape, steps, k)
        return v if steps % 2 else u

    def mandelbrot(self, out, left, top, width, limit):
        self._call("mandelbrot", out, *out.shape, left, top, width, limit)

    def nbody(self, pos, vel, mass, steps, dt, eps):
        self._call("nbody", pos, vel, mass, len(pos), steps, dt, eps)

    def spectral_norm(self, n, rounds):
        return self._call("spectral_norm", n, rounds, result=ctypes.c_double)

    def black_scholes(self, spot, strike, years, rate, volatility, call, put):
        arrays = spot, strike, years
        bad = self._call(
            "black_scholes", *arrays, rate, volatility, call, put, len(spot), result=ctypes.c_int64
        )
        if bad >= 0:
            raise ValueError(f"option {bad} has no positive spot or time")

    def floyd_warshall(self, d):
        self._call("floyd_warshall", d, len(d))


def _to_c(value):
    if isinstance(value, np.ndarray):
        assert value.flags.c_contiguous
        return ctypes.c_void_p(value.ctypes.data)
    return ctypes.c_double(value) if isinstance(value, float) else ctypes.c_int64(value)
