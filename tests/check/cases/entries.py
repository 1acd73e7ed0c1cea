import numpy as np
from numpy.typing import NDArray
from parc import par


def alone(a):  #! PAR0305: 'alone' holds a par loop, has no annotations, and no native function calls it
    for i in par(range(a)):
        pass


def starred(*xs: int):  #! PAR0416: a * or ** parameter is not supported in a native function
    for i in par(range(3)):
        pass


def shared(a):  #! PAR0706: 'shared' has no annotations: called from Python, it is native only for the types of its native callers
    for i in par(range(a)):
        pass


def caller(a: NDArray[np.float64], n: int):
    shared(n)
    for i in par(range(n)):
        a[i] = endless(i)


def endless(i):  #! PAR0307: 'endless' has no result type: every way through it calls it again
    return endless(i - 1)


def twice(n: int):  #! PAR0310: 'twice' holds a par loop and is not bound just once at the top
    for i in par(range(n)):
        pass


def twice(n: int):
    pass
