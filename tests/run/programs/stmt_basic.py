#: compare: exact
"""The statement form: fills, sums, nested loops, beside names that are called par elsewhere."""
import numpy as np
from numpy.typing import NDArray


def fill(out: NDArray[np.int64]):
    par i in range(len(out)):
        out[i] = i * i


def total(a: NDArray[np.int64]) -> int:
    s = 0
    par x in a:
        s += int(x)
    return s


def table(out: NDArray[np.int64]):
    par i in range(out.shape[0]):
        par j in range(out.shape[1]):
            out[i, j] = 10 * i + j


def pairs(a: NDArray[np.int64], b: NDArray[np.int64]) -> int:
    s = 0
    par i, (x, y) in enumerate(zip(a, b)):
        s += i * int(x) - int(y)
    return s


def main():
    out, t = np.zeros(500, np.int64), np.zeros((6, 7), np.int64)
    fill(out)
    table(t)
    return out, total(out), total(out[:0]), t, pairs(out, out[::-1])
