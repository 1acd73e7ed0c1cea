#: compare: exact
"""Expressions with hundreds of terms, deep brackets, long boolean chains and many comparisons."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def long_sum(a: NDArray[np.int64], out: NDArray[np.int64]):
    for i in par(range(len(a))):
        x = int(a[i])
        out[i, 0] = (
            x + i + 3 + x + i + 3 + x + i + 3 + x + i + 3 + x + i + 3 + x + i + 3 + x + i + 3 + x + i + 3 + x
            + i + 3 + x + i + 3 + x + i + 3 + x + i + 3 + x + i + 3 + x + i + 3 + x + i + 3 + x + i + 3 + x + i
            + 3 + x + i + 3 + x + i + 3 + x + i + 3 + x + i + 3 + x + i + 3 + x + i + 3 + x + i + 3 + x + i + 3
            + x + i + 3 + x + i + 3 + x + i + 3 + x + i + 3 + x + i + 3 + x + i + 3 + x + i + 3 + x + i + 3 + x
            + i + 3 + x + i + 3 + x + i + 3 + x + i + 3 + x + i + 3 + x + i + 3 + x + i + 3 + x + i + 3 + x + i
            + 3 + x + i + 3 + x + i + 3 + x + i + 3 + x + i + 3 + x + i + 3 + x + i + 3 + x + i + 3 + x + i + 3
            + x + i + 3 + x + i + 3 + x + i + 3 + x + i + 3 + x + i + 3 + x + i + 3 + x + i + 3 + x + i + 3 + x
            + i + 3 + x + i + 3 + x + i + 3 + x + i + 3 + x + i + 3 + x + i + 3 + x + i + 3 + x + i + 3 + x + i
            + 3 + x + i + 3 + x + i + 3 + x + i + 3 + x + i + 3 + x + i + 3 + x + i + 3 + x + i + 3 + x + i + 3
            + x + i + 3 + x + i + 3 + x + i + 3 + x + i + 3 + x + i + 3 + x + i + 3 + x + i + 3 + x + i + 3 + x
            + i + 3 + x + i + 3 + x + i + 3 + x + i + 3 + x + i + 3 + x + i + 3 + x + i + 3 + x + i + 3 + x + i
            + 3 + x + i + 3 + x + i + 3 + x + i + 3 + x + i + 3 + x + i + 3 + x + i + 3 + x + i + 3 + x + i + 3
            + x + i + 3 + x + i + 3 + x + i + 3 + x + i + 3 + x + i + 3 + x + i + 3 + x + i + 3 + x + i + 3 + x
            + i + 3 + x + i + 3 + x + i + 3 + x + i + 3 + x + i + 3 + x + i + 3 + x + i + 3 + x + i + 3 + x + i
            + 3 + x + i + 3 + x + i + 3 + x + i + 3 + x + i + 3 + x + i + 3 + x + i + 3 + x + i + 3 + x + i + 3
            + x + i + 3 + x + i + 3 + x + i + 3 + x + i + 3 + x + i + 3
        )
        out[i, 1] = ((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((x + 0) + 1) + 2) + 3) + 4) + 5) + 6) + 0) + 1) + 2) + 3) + 4) + 5) + 6) + 0) + 1) + 2) + 3) + 4) + 5) + 6) + 0) + 1) + 2) + 3) + 4) + 5) + 6) + 0) + 1) + 2) + 3) + 4) + 5) + 6) + 0) + 1) + 2) + 3) + 4) + 5) + 6) + 0) + 1) + 2) + 3) + 4) + 5) + 6) + 0) + 1) + 2) + 3) + 4) + 5) + 6) + 0) + 1) + 2) + 3) + 4) + 5) + 6) + 0) + 1) + 2) + 3) + 4) + 5) + 6) + 0) + 1) + 2) + 3) + 4) + 5) + 6) + 0) + 1) + 2) + 3) + 4) + 5) + 6) + 0) + 1) + 2) + 3) + 4) + 5)
        out[i, 2] = 1 if (
            x == 0 or x == 7 or x == 14 or x == 21 or x == 28 or x == 35 or x == 42 or x == 49 or x == 56
            or x == 63 or x == 70 or x == 77 or x == 84 or x == 91 or x == 98 or x == 105 or x == 112
            or x == 119 or x == 126 or x == 133 or x == 140 or x == 147 or x == 154 or x == 161 or x == 168
            or x == 175 or x == 182 or x == 189 or x == 196
        ) else 0
        out[i, 3] = -15 if x < -15 else -10 if x < -10 else -5 if x < -5 else 0 if x < 0 else 5 if x < 5 else 10 if x < 10 else 15 if x < 15 else 20 if x < 20 else 25 if x < 25 else 30 if x < 30 else 35 if x < 35 else 40 if x < 40 else 45 if x < 45 else 99
        out[i, 4] = x < 100 and -5 < x < 7 < 8 < 9 < 10 < 11 < 12 < 13 <= 13 < 14 < 15 < 16 < 17 < 18 < 19 < 20


def floats(x: float, n: int) -> float:
    y = 0.0
    for i in par(range(n)):
        y = (x * 1.5 - x / 3.0 - i - x * 1.5 - x / 3.0 - i - x * 1.5 - x / 3.0 - i - x * 1.5 - x / 3.0 - i - x * 1.5 - x / 3.0 - i - x * 1.5 - x / 3.0 - i - x * 1.5 - x / 3.0 - i - x * 1.5 - x / 3.0 - i - x * 1.5 - x / 3.0 - i - x * 1.5 - x / 3.0 - i - x * 1.5 - x / 3.0 - i - x * 1.5 - x / 3.0 - i) / (1.0 + x * x)
    return y


def main():
    a, out = np.arange(-20, 60), np.zeros((80, 5), np.int64)
    long_sum(a, out)
    return out, floats(0.1, 3), floats(-7.25, 1), floats(1.0, 0)
