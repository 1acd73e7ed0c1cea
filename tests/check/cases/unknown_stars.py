from numpy import *  #! PAR0420: `from numpy import *` may bind any name
from parc import par


def f(n: int) -> int:
    s = 0
    for i in par(range(n)):
        s += max(i, 3)
    return s
