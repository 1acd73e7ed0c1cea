#: compare: exact
#: may-refuse: yes
"""Stores to the elements of list parameters are written back into the caller's own lists."""
from lib_errors import caught

from parc import par


def double(xs: list[int]):
    for i in par(range(len(xs))):
        xs[i] = xs[i] * 2


def rows(m: list[list[float]], k: float):
    for i in par(range(len(m))):
        for j in range(len(m[i])):
            m[i][j] += k * i


def exchange(xs: list[float], ys: list[float]):
    for i in par(range(len(xs))):
        xs[i], ys[-1 - i] = ys[-1 - i], xs[i]


def until(xs: list[int], bad: int):
    for i in par(range(len(xs))):
        if i == bad:
            raise ValueError(f"stop at {i}")
        xs[i] = -1 - i


def main():
    xs, inner = list(range(1000)), [1.0, 2.0]
    double(xs)
    m = [inner, [], [0.5] * 3, [4.0]]
    same = m[0]
    rows(m, 10.0)
    one, two = [x / 4 for x in range(9)], [x / 2 for x in range(9)]
    exchange(one, two)
    short = list(range(8))
    error = caught(until, short, 5)
    return xs, m, same is inner, inner, one, two, error, short[:5]
