import numpy as np
from numpy.typing import NDArray
from parc import par

K = 2


def floor(x):
    return -1


def own(x):
    return x


from math import *

L = 3


def trunc(x):
    return x + L


def f(a: NDArray[np.float64]) -> None:
    for i in par(range(len(a))):
        a[i] = K
    for i in par(range(len(a))):
        a[i] = own(i) + trunc(i) + sqrt(i) * pi
    for i in par(range(len(a))):
        a[i] = floor(0.5)  #! PAR0310: the function 'floor' is bound more than once
