#: compare: exact
"""What a message shows of a value that is a Python or a NumPy number, of a tuple, and of a format that does not fit."""
import numpy as np
from numpy.typing import NDArray

from lib_errors import caught

from parc import par


def text(a: NDArray[np.float64], k: int):
    for i in par(range(len(a))):
        x = a[i] if i % 2 else 2
        if i == k:
            raise ValueError(f"{x} {x!r} {x:.2f}", x)


def asserted(a: NDArray[np.int8], k: int):
    for i in par(range(len(a))):
        x = a[i] if i % 2 else i
        assert i != k, x


def tuples(a: NDArray[np.float64], k: int):
    for i in par(range(len(a))):
        if i == k:
            raise TypeError(f"{a.shape} {(i, (a[i], True), i / 2)} {()}")


def wrong_format(a: NDArray[np.float64], k: int):
    for i in par(range(len(a))):
        if i == k:
            raise ValueError(f"{a[i]:d}")


def exceptions(which: int):
    for i in par(range(100)):
        if i == 70:
            if which == 0:
                raise ModuleNotFoundError("m")
            if which == 1:
                raise DeprecationWarning(i)
            if which == 2:
                raise IOError(2, "gone")
            raise StopAsyncIteration


def main():
    f, n = np.arange(300) / 2.0, (np.arange(300) % 100).astype(np.int8)
    res = [caught(f_, a, k) for k in (0, 1, 2, 151, 299, 400) for f_, a in ((text, f), (asserted, n), (tuples, f), (wrong_format, f))]
    return res, [caught(exceptions, k) for k in range(4)]
