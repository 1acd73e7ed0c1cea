import numpy as np
from numpy.typing import NDArray
from parc import par


def operands(a: NDArray[np.float64], n: int):
    for i in par(range(n)):
        a[i] = (1, 2) - 3  #! PAR0203: `-` does not take tuple[int, int] and int
        a[i] = a + a  #! PAR0401: `+` of whole arrays is not supported yet
        a[i] = 1j  #! PAR0203: an element of np.float64 cannot hold complex
        a[i] = 9223372036854775808
        a[i] = i + 9223372036854775808  #! PAR0217: this int does not fit 64 bits, beside int
        x = 3 - 2**64  #! PAR0217: this int does not fit 64 bits
        a[i] = n(i)  #! PAR0206: int cannot be called
        a == a  #! PAR0203: `==` does not compare np.float64 array of 1 axis with np.float64 array of 1 axis #! PAR0704: this statement has no effect
        if a:  #! PAR0203: the truth of np.float64 array of 1 axis is not supported
            a[i] = 0
        a[i] = 1j < 2j  #! PAR0203: `<` does not compare complex with complex


def joins(a: NDArray[np.float64], n: int, flag: bool):
    if flag:
        x = 1
    else:
        x = a
    for i in par(range(n)):
        a[i] = x  #! PAR0204: 'x' is int or np.float64 array of 1 axis here, which no variable can hold
    if flag:
        return 1.5
    return a  #! PAR0204: this returns np.float64 array of 1 axis, elsewhere the function returns float


def starts(a: NDArray[np.float64], n: int) -> float:
    s = n  #! PAR0205: an int meets int or np.float64 here and may not be exact in it
    for i in par(range(n)):
        s += a[i]
    return s


def pairs(a: NDArray[np.int64], n: int):
    for i in par(range(n)):
        x = a[i] if i % 2 else i
        q, r = divmod(x, 3)  #! PAR0203: divmod takes values of one type
        a[i] = q + r
