#: compare: exact
"""Star imports: of a module beside the file, of math through it, over builtins, under what comes after."""
from lib_stars import *
from parc import par

_HIDDEN = 1
LATER = 4


def twice_more(x):
    return twice(x) + LATER


def sums(n: int) -> tuple[float, int, int]:
    s = 0.0
    t = 0
    u = 0
    for i in par(range(n)):
        s += sqrt(i) * pi + twice_more(i)
        t += max(i, 1)
        u += K + _HIDDEN
    return s, t, u


def main():
    return [sums(n) for n in (0, 1, 100)]
