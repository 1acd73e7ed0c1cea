#: compare: exact
"""Operators on totals that are still their int start where no item came, and of the items' kind otherwise."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def after_loop(a: NDArray[np.float64], n: int, x: float):
    s = 0
    for i in par(range(len(a))):
        s += a[i]
    return s // n, s % n, s**n, s / n, s // x, s % x, s**x, n**s, divmod(s, n), divmod(s, x)


def of_singles(a: NDArray[np.float32], n: int, x: float):
    s = 0
    for i in par(range(len(a))):
        s += a[i]
    return s // n, s % n, s**n, s / n, s // x, s % x, n**s, divmod(s, n), divmod(s, x), -s, abs(s)


def of_integers(a: NDArray[np.int16], n: int, x: float):
    s = 0
    for i in par(range(len(a))):
        s += a[i]
    return s // n, s % n, s / n, s // x, s % x, divmod(s, n), divmod(s, x), divmod(n, s), s << 1, s & n, ~s


def of_unsigned(a: NDArray[np.uint64], n: np.uint64):
    s = 0
    for i in par(range(len(a))):
        s += a[i]
    return s // n, s % n, s**n, n % s, n // s, divmod(s, n), divmod(n, s), n**s, -s


def of_complex(a: NDArray[np.complex128], n: int):
    s = 0
    for i in par(range(len(a))):
        s += a[i]
    return s * n, s / 2, -s


def turned_round(a: NDArray[np.float64], n: int):
    s = 0
    for i in par(range(len(a))):
        s += a[i]
    return n // s, n % s, divmod(n, s)


def other_starts(a: NDArray[np.float64], n: int):
    s, t, p = 7, -1, 1
    for i in par(range(len(a))):
        s += a[i]
        t -= a[i]
        p *= a[i]
    return s // n, s % 1000, s // -2, t // n, t ** abs(n), t % 3, p // n, p ** abs(n), divmod(p, 4), divmod(s, -9), (-s) // 2, s**2


def within(a: NDArray[np.float64], out: NDArray[np.float64]):
    for i in par(range(len(out))):
        s = 0
        for j in range(i % 4):
            s += a[j]
        q, r = divmod(s, i % 3 + 1)
        t = s % 5 + q
        out[i] = s // 3 + t + r + s**2 + 2**s + (s // 7) % 3 + divmod(t, 0.75)[1]


def halves(a: NDArray[np.float64]):
    s = 8
    for x in a:
        s = s // 2 if x > 0 else s % x
    for i in par(range(1)):
        pass
    return s


def negative(a: NDArray[np.float64]):
    s = 3
    for i in par(range(len(a))):
        s += a[i]
    return s**-2


def mixed_divisor(a: NDArray[np.float64], k: NDArray[np.int32], n: int, x: float):
    d = 2.0
    for i in par(range(len(a))):
        if a[i] > 1.0:
            d = a[i]
    m = 3
    for i in par(range(len(k))):
        if k[i] > 1:
            m = k[i]
    return divmod(x, d), divmod(n, d), divmod(d, n), divmod(m, n), divmod(n, m), divmod(m, x), divmod(m, d), m // d


def attempt(function, *arguments):
    try:
        return function(*arguments)
    except (ZeroDivisionError, OverflowError, ValueError) as error:
        return type(error).__name__, str(error)


def main():
    none, some = np.zeros(0), np.array([1.5, -4.25, 7.0])
    out = np.zeros(30)
    within(some, out)
    results = [out]
    for n in (-3, -1, 1, 2, 5):
        for a in (none, some):
            results.append(attempt(after_loop, a, n, n * 0.75))
            results.append(attempt(of_singles, a.astype(np.float32), n, n * 0.75))
            results.append(attempt(of_integers, a.astype(np.int16), n, n * 0.75))
            results.append(attempt(of_unsigned, np.abs(a).astype(np.uint64), np.uint64(abs(n))))
            results.append(attempt(turned_round, a, n))
            results.append(attempt(other_starts, a, n))
            results.append(attempt(mixed_divisor, a, a.astype(np.int32), n, n * 0.75))
        for a in (none, some):
            results.append(attempt(of_complex, a + 1j, n))
    for a in (none, some):
        results.append(attempt(after_loop, a, 0, 1.0))
        results.append(attempt(after_loop, a, 1, 0.0))
        results.append(attempt(of_integers, a.astype(np.int16), 0, 1.0))
        results.append(attempt(of_integers, a.astype(np.int16), 70000, 1.0))
        results.append(attempt(mixed_divisor, a, a.astype(np.int32), 0, 1.0))
        results.append(attempt(negative, a))
        results.append(halves(a))
    return results
