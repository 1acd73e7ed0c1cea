import numpy as np
from numpy.typing import NDArray
from parc import par


class Problem(Exception):
    pass


def statements(a: NDArray[np.float64], n: int):
    global total  #! PAR0402: `global total` is not supported
    for i in par(range(n)):
        with open("x") as f:  #! PAR0402: `with` is not supported in a native function
            pass
        try:  #! PAR0402: `try` is not supported in a native function yet
            pass
        except ValueError:
            pass
        del i  #! PAR0402: `del` is not supported in a native function
        text = "abc"  #! PAR0401: a string value is not supported in a native function
        items = [1, 2]  #! PAR0411: building a list is not supported yet
        items = [k for k in range(3)]  #! PAR0412: a comprehension is not supported in a native function yet
        items = {1: 2}  #! PAR0401: a dict is not supported in a native function
        f = lambda x: x  #! PAR0401: a lambda is not supported in a native function
        raise Problem("x")  #! PAR0419: only built-in exceptions can be raised in a native function
        a[i] = 0  #! PAR0705: this is never reached
    with par:  #! PAR0413: `with par:` is not supported yet
        x = 1
        y = 2
    a.flags = 3  #! PAR0402: assigning to an attribute is not supported in a native function
    a[0] = par(range(3))  #! PAR0417: par(...) is only supported as the iterable of a for loop
