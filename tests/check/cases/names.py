import math
import scipy
import numpy as np
from numpy.typing import NDArray
from parc import par

LIMIT = 10
LIMIT = 11
TABLE = [1, 2, 3]
SIZE = 4


def reads(a: NDArray[np.float64], n: int):
    for i in par(range(n)):
        a[i] = lenght  #! PAR0201: 'lenght' is not defined
        a[i] = lenn(a)  #! PAR0201: 'lenn' is not defined
        a[i] = LIMIT  #! PAR0214: the global 'LIMIT' is bound more than once
        a[i] = TABLE[i]  #! PAR0213: the global 'TABLE' is not a constant number
        a[i] = SIZE
        a[i] = scipy.special.gamma(2.0)  #! PAR0420: 'scipy.special.gamma' is imported from what native functions do not know
        a[i] = math.sin  #! PAR0401: 'math.sin' is not supported as a value
        a[i] = n.numerator  #! PAR0212: int has no attribute 'numerator' that is supported
        a[i] = later
        later = 1


def never(n: int) -> int:
    for i in par(range(n)):
        pass
    return nothing  #! PAR0215: 'nothing' is read before it is bound
    nothing = 1  #! PAR0705: this is never reached
