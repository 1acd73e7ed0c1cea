import math

import numpy as np
from numpy.typing import NDArray
from parc import par


class Point:
    pass


def add(a, b=1):
    return a + b


def spread(*xs):
    return 1


def many(x, y=[]):
    return x


def calls(a: NDArray[np.float64], n: int):
    for i in par(range(n)):
        a[i] = add(i, 1, 2)  #! PAR0207: 'add' takes 2 positional arguments, and there are more
        a[i] = add(b=2)  #! PAR0207: the argument 'a' of 'add' is missing
        a[i] = add(i, c=2)  #! PAR0207: 'add' has no parameter 'c'
        a[i] = spread(i)  #! PAR0416: 'spread' takes * or ** parameters, which are not supported
        a[i] = many(i)  #! PAR0309: the default of 'y' is not a constant number
        a[i] = math.sqr(2.0)  #! PAR0403: calling math.sqr is not supported in a native function
        a[i] = math.sin(1.0, 2.0)  #! PAR0207: math.sin takes 1 argument, not 2
        a[i] = math.sin(a)  #! PAR0203: math.sin of np.float64 array of 1 axis is not supported
        a[i] = np.sum(a)  #! PAR0403: calling np.sum is not supported in a native function
        a[i] = Point()  #! PAR0403: calling 'Point' is not supported in a native function
        a[i] = np.zeros(3, dtype="text")[0]  #! PAR0418: this dtype is not supported
        print(i)  #! PAR0403: print is not supported in a native function
