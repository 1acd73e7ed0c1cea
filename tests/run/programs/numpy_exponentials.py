#: compare: ulp4
"""np.exp, np.log, np.power and their kin of float64 and float32 elements, also out of their domain."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def table(v: NDArray[np.float64], out: NDArray[np.float64]):
    for i in par(range(len(v))):
        x = v[i]
        y = abs(x) + 0.001
        out[i, 0] = np.exp(x)
        out[i, 1] = np.exp2(x)
        out[i, 2] = np.expm1(x)
        out[i, 3] = np.log(y)
        out[i, 4] = np.log2(y)
        out[i, 5] = np.log10(y)
        out[i, 6] = np.log1p(y)
        out[i, 7] = np.cbrt(x)
        out[i, 8] = np.power(y, 1.5)
        out[i, 9] = np.sqrt(y)
        out[i, 10] = np.logaddexp(x, y)
        out[i, 11] = np.float_power(y, 0.25)


def singles(v: NDArray[np.float32], out: NDArray[np.float32]):
    for i in par(range(len(v))):
        out[i, 0] = np.exp(v[i])
        out[i, 1] = np.log(abs(v[i]) + np.float32(0.5))
        out[i, 2] = np.sin(v[i])
        out[i, 3] = np.sqrt(abs(v[i]))
        out[i, 4] = np.tanh(v[i])
        out[i, 5] = np.power(abs(v[i]), np.float32(0.75))


def special(v: NDArray[np.float64], out: NDArray[np.float64]):
    for i in par(range(len(v))):
        out[i, 0] = np.log(v[i])
        out[i, 1] = np.sqrt(v[i])
        out[i, 2] = np.exp(v[i])
        out[i, 3] = np.log1p(v[i])


def main():
    v = np.arange(-1000, 1001) / 20.0
    out, f, s = np.zeros((2001, 12)), np.zeros((2001, 6), np.float32), np.zeros((8, 4))
    table(v, out)
    singles(v.astype(np.float32), f)
    special(np.array([0.0, -0.0, -1.0, 710.0, -750.0, float("inf"), -float("inf"), float("nan")]), s)
    return out, f, s
