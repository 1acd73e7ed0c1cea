#: compare: exact
"""progress=True: the bar goes to the standard error and changes no result."""
import numpy as np

from lib_errors import caught
from parc import par

SHOW = True


def total(n: int, m: int) -> int:
    s = 0
    for i in par(range(n), progress=True):
        for j in range(m):
            s += i * j % 7
    return s


def histogram(n: int) -> np.ndarray:
    counts = np.zeros(5)
    for i in par(range(n), progress=SHOW, schedule="dynamic"):
        counts[i * i % 5] += 1.0
    return counts


def first_square(n: int, least: int) -> int:
    for i in par(range(n), progress=True):
        if i * i >= least:
            return i
    return -1


def inner(n: int) -> int:
    s = 0
    for i in par(range(n), progress=True):
        for j in par(range(i), progress=True):
            s += j
    return s


def divided(n: int) -> int:
    s = 0
    for i in par(range(n), progress=True):
        s += 100 // (i - 70)
    return s


def unshown(n: int) -> int:
    s = 0
    for i in par(range(n), progress=False):
        s += i
    return s


def main():
    return (
        [total(n, 100) for n in (0, 1, 5000)],
        histogram(3000),
        first_square(10000, 10**6),
        first_square(10, 10**6),
        inner(60),
        caught(divided, 100),
        divided(70),
        unshown(100),
    )
