import functools

import numpy as np
import parc
from numpy.typing import NDArray
from parc import jit, par

FOUR = 4


@jit
def annotated(a: NDArray[np.float64]) -> None:
    for i in par(range(len(a))):
        a[i] = later(a[i])


@parc.jit(threads=FOUR, schedule="dynamic", cpu="x86-64-v3", cache=False)
def with_options(a: NDArray[np.float64]) -> None:
    for i in par(range(len(a))):
        a[i] = 0.0


@parc.jit(threads=0)  #! PAR0601: threads= must be at least 1
def wrong_options(a: NDArray[np.float64]) -> None:
    for i in par(range(len(a))):
        a[i] = 0.0
    for i in par(range(len(a))):
        a[i] += 1.0


@jit
def without_loop(x: float) -> float:
    return y  #! PAR0201: 'y' is not defined


@jit
def later(x):  #! PAR0711: 'later' is compiled at its first call, not with the module: 'x' has no annotation
    return x


@jit
def partly(a: int, *b):  #! PAR0711: 'partly' is compiled at its first call, not with the module: 'b' has no annotation
    for i in par(range(a)):
        pass


@jit
@functools.cache
def other_too(n: int) -> None:
    for i in par(range(n)):  #! PAR0408: a par loop in a decorated function is not supported yet
        pass


class Grid:
    @jit
    def method(self):
        for i in par(range(3)):  #! PAR0404: a par loop in a method is not supported yet
            pass


@jit
def twice(n: int) -> None:  #! PAR0310: 'twice' is decorated with `@parc.jit` and is not bound just once at the top
    pass


def twice(n: int):
    pass
