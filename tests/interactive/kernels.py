"""Functions that the tests compile."""

import numpy as np

import parc
from parc import par

FACTOR = 3


def scaled(x):
    return x * FACTOR


@parc.jit
def total(a, weight=1.0):
    s = 0.0
    for i in par(range(len(a))):
        s += scaled(a[i]) * weight
    return s


@parc.jit(threads=1)
def fill(out: parc.f64[:], start: int, *, step=1):
    for i in par(range(len(out))):
        out[i] = start + i * step


@parc.jit
def first_negative(a):
    for i in par(range(len(a))):
        if a[i] < 0:
            raise ValueError("negative")
    return len(a)


@parc.jit
def pairs(xs):
    s = 0
    for x in par(xs):
        s += x[0] * x[1]
    return s


@parc.jit
def carried(a):
    for i in par(range(1, len(a))):
        a[i] = a[i - 1]


@parc.jit
def square(x):
    return x * x


@parc.jit(threads=2)
def sum_of_squares(a):
    s = 0.0
    for i in par(range(len(a))):
        s += square(a[i])
    return s


@parc.jit
def fibonacci(n):
    return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)


def halved(a):
    out = np.empty_like(a)
    for i in par(range(len(a))):
        out[i] = a[i] / 2
    return out
