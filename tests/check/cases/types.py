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
        a[i] = x  #! PAR0204: 'x' is int on one way here and np.float64 array of 1 axis on another, which no variable can hold
    if flag:
        return 1.5
    return a  #! PAR0204: this returns np.float64 array of 1 axis, elsewhere the function returns float


def starts(a: NDArray[np.float64], n: int) -> float:
    s = n  #! PAR0205: this int meets np.float64, which may not hold it exactly
    for i in par(range(n)):
        s += a[i]
    return s


def pairs(a: NDArray[np.int64], n: int):
    for i in par(range(n)):
        x = a[i] if i % 2 else i
        q, r = divmod(x, 3)
        a[i] = q + r


def totals(a: NDArray[np.float64], b: NDArray[np.uint64], n: int):
    s, t, u = 0, 3, 5
    for i in par(range(n)):
        s += a[i]
        t += a[i]
        u += b[i]
    x = s // n, s % n, s**n, t // n, t % 9, -s
    y = t % n  #! PAR0205: this may be an int that np.float64 does not hold exactly
    z = n // t + s  #! PAR0205: this may be an int that np.float64 does not hold exactly
    v = divmod(t, n)  #! PAR0205: this may be an int that np.float64 does not hold exactly
    w = t**n + s + n  #! PAR0205: this may be an int that np.float64 does not hold exactly
    return x, y, z, v, w, -u  #! PAR0205: this may be an int that np.uint64 does not hold exactly


def own_elements(a: NDArray[np.float64], t: tuple[int, float], n: int):
    for i in par(range(n)):
        a[i] = 1.0
    s = 0
    for i in range(n):
        t = (t[0], t[1])
        s = s + a[i]
    a[0] = s % (t[0] if n > 3 else a[1])  #! PAR0205: this int meets np.float64, which may not hold it exactly
