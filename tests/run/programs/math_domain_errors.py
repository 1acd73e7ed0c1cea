#: compare: exact
"""Arguments outside the domain of math functions: ValueError and OverflowError with the interpreter's text."""
import math

from lib_errors import caught

from parc import par


def one(f: int, x: float) -> float:
    if f == 0:
        return math.sqrt(x)
    if f == 1:
        return math.log(x)
    if f == 2:
        return math.acos(x)
    if f == 3:
        return math.exp(x)
    if f == 4:
        return math.sin(x)
    if f == 5:
        return math.gamma(x)
    if f == 6:
        return math.log1p(x)
    if f == 7:
        return math.atanh(x)
    if f == 8:
        return math.cosh(x)
    if f == 9:
        return math.lgamma(x)
    if f == 10:
        return math.fmod(x, 0.0)
    if f == 11:
        return math.pow(x, -1.0)
    if f == 12:
        return math.log2(x)
    if f == 13:
        return math.ldexp(x, 2000)
    return math.pow(x, 1000.5)


def run(f: int, x: float, n: int) -> float:
    r = 0.0
    for i in par(range(n)):
        r = one(f, x if i == n - 1 else 0.5) if i else 0.25
    return r


def main():
    inf, nan = float("inf"), float("nan")
    return [caught(run, f, x, 3) for f in range(15) for x in (-1.0, 0.0, -2.5, 1.0, 800.0, inf, -inf, nan)]
