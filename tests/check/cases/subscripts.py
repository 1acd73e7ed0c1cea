from typing import Annotated

import numpy as np
from numpy.typing import NDArray
from parc import par

Line = Annotated[NDArray[np.float64], "n"]


def indices(a: Line, b: NDArray[np.int64], t: tuple[int, float], n: int):
    for i in par(range(n)):
        a[i] = a[i, 0]  #! PAR0208: 2 indices for an array of 1 axis
        a[i] = a[0.5]  #! PAR0208: an index is an int, not float
        a[i] = t[2]  #! PAR0208: index 2 is out of range for 2 elements
        a[i] = t[i]  #! PAR0205: an int of this tuple meets float, which may not hold it exactly
        a[i] = n[0]  #! PAR0208: int cannot be indexed
        a[i] = a[b]  #! PAR0401: an index array is not supported yet
        a[i] = a[None, i]  #! PAR0401: a new axis (None, np.newaxis) is not supported yet
        a[::0] = 1.0  #! PAR0220: the step of a slice is zero
        t[0] = 1  #! PAR0218: an element of tuple[int, float] cannot be assigned
        a[:] **= 2.0  #! PAR0414: `**=` of a whole array of np.float64 is not supported
        b[:] **= n  #! PAR0414: `**=` of a whole array of np.int64 is not supported
        b[:] **= 2
        b[:] += 0.5  #! PAR0203: elements of np.int64 cannot hold the np.float64 that `+=` gives here
        b /= 2  #! PAR0203: elements of np.int64 cannot hold the np.float64 that `/=` gives here
        b -= a  #! PAR0203: elements of np.int64 cannot hold the np.float64 that `-=` gives here
        a += t  #! PAR0203: `+=` of an array takes a number or an array
        a <<= 1  #! PAR0203: `<<=` does not take np.float64 array of 1 axis and int
        x, y = a.shape  #! PAR0211: 2 targets for 1 value
        x, y = t, i, n  #! PAR0211: 2 targets for 3 values
        x, *y = t  #! PAR0402: a starred target is not supported in a native function
        for z in n:  #! PAR0210: int cannot be iterated over
            pass
        for k in range(0, n, 0):  #! PAR0220: the step of this range is zero
            pass
        a[i] = len(n)  #! PAR0203: int has no len()
