#: compare: exact
"""Reductions that the program declares by par.reduction(identity, combine)."""
import math

import numpy as np

import parc
from parc import f64, i64, par


def larger(x, y):
    return y if y > x else x


def best_of(a: f64[:]) -> float:
    best = par.reduction(-math.inf, larger)
    for i in par(range(len(a))):
        best = larger(best, a[i])
    return best


P = 1_000_003


def product(x, y):
    """Of 2 x 2 matrices: associative, not commutative."""
    a, b, c, d = x
    e, f, g, h = y
    return (a * e + b * g) % P, (a * f + b * h) % P, (c * e + d * g) % P, (c * f + d * h) % P


def chain(a: i64[:], twice: bool) -> tuple[int, int, int, int]:
    m = parc.par.reduction(identity=(1, 0, 0, 1), combine=product)
    for i in par(range(len(a))):
        if a[i] % 3 != 0:
            m = product(m, (int(a[i]), 1, 1, i))
    if twice:
        for i in par(range(len(a)), schedule="dynamic", chunk=3):
            m = product(product(m, (2, 1, 1, i)), (1, i, 0, 1))
    return m


def join_brackets(x, y):
    close, opened = x
    c, o = y
    matched = min(opened, c)
    return close + c - matched, opened + o - matched


def brackets(a: i64[:]) -> tuple[int, int]:
    state: tuple[int, int] = par.reduction((0, 0), join_brackets)
    for x in par(a):
        if x == 7:
            continue
        state = join_brackets(state, (1, 0) if x < 0 else (0, 1))
    return state


def until(a: i64[:], stop: int) -> tuple[tuple[int, int, int, int], int]:
    m = par.reduction((1, 0, 0, 1), product)
    seen = -1
    for i in par(range(len(a))):
        if a[i] == stop:
            seen = i
            break
        m = product(m, (i, 1, 1, int(a[i])))
    return m, seen


def rows(a: i64[:, :]) -> i64[:]:
    out = np.zeros(a.shape[0], np.int64)
    for i in par(range(a.shape[0])):
        m = par.reduction((1, 0, 0, 1), product)
        for j in par(range(a.shape[1])):
            m = product(m, (int(a[i, j]), 1, 0, j))
        out[i] = m[1]
    return out


def strict(x, y):
    if y < 0:
        raise ValueError(f"{y} is too little")
    return x + y


def strict_sum(a: i64[:]) -> int:
    s = par.reduction(0, strict)
    for i in par(range(len(a))):
        s = strict(s, int(a[i]))
    return s


def again_and_again(a: i64[:], rounds: int) -> int:
    s = par.reduction(0, strict)
    for r in range(rounds):
        for i in par(range(len(a))):
            if a[i] + r < 20:
                s = strict(s, int(a[i]) + r)
    return s


def error(function, *args):
    try:
        return function(*args)
    except ValueError as problem:
        return str(problem)


def main():
    random = np.random.default_rng(5)
    out = []
    for n in (0, 1, 2, 63, 1000, 40_000):
        a = random.integers(-5, 60, size=n)
        out += [best_of(random.normal(size=n)), chain(a, False), chain(a, True), brackets(a)]
        out += [until(a, stop) for stop in (61, 17, int(a[n // 2]) if n else 0)]
        out += [strict_sum(abs(a)), again_and_again(abs(a), 3)]
    out.append(rows(random.integers(0, 9, size=(30, 50))))
    for places in ((0,), (500,), (999,), (3, 800), (800, 3)):
        a = np.arange(1000) % 7
        a[list(places)] = [-1 - k for k in range(len(places))]
        out.append(error(strict_sum, a))
    return out
