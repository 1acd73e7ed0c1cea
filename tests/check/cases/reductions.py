"""par.reduction() in ways that give no reduction."""
import numpy as np
from numpy.typing import NDArray
from parc import par

A = NDArray[np.float64]


def larger(x, y):
    return y if y > x else x


def first(x, y):
    return x


def farther(x, y):
    return x, y


def no_function(a: A) -> float:
    best = par.reduction(0.0, max)  #! PAR0605: par.reduction combines by a function of a source module
    for x in par(a):
        best = max(best, x)
    return best


def no_arguments(a: A) -> float:
    best = par.reduction(0.0)  #! PAR0605: par.reduction takes two arguments: identity and combine
    for x in par(a):
        best = larger(best, x)
    return best


def no_variable(a: A) -> float:
    best = 1.0 + par.reduction(0.0, larger)  #! PAR0605: par.reduction(...) is the whole value of a variable: x = par.reduction(identity, combine)
    for x in par(a):
        best = larger(best, x)
    return best


def misfit(a: A) -> float:
    best = par.reduction(0.0, farther)
    for x in par(a):
        best = farther(best, x)  #! PAR0204: 'best' is float on one way here and tuple[float, np.float64] on another, which no variable can hold
    return best  #! PAR0204: 'best' is float on one way here and tuple[float, np.float64] on another, which no variable can hold


def arrays(a: A) -> A:
    row = par.reduction(a, first)
    for i in par(range(3)):
        row = first(row, a)  #! PAR0605: par.reduction combines numbers and tuples of them, not np.float64 array of 1 axis
    return row
