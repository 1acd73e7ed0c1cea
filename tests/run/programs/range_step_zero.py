#: compare: exact
#: may-refuse: yes
"""A step of zero is a ValueError before the loop starts, in par and in serial loops."""
import numpy as np
from numpy.typing import NDArray

from lib_errors import caught

from parc import par


def by_step(out: NDArray[np.int64], step: int) -> int:
    out[0] = 7
    for i in par(range(0, len(out), step)):
        out[i] = 1
    return int(out[0])


def serial(out: NDArray[np.int64], step: int):
    for i in par(range(len(out))):
        for k in range(i, 10, step - i):
            out[i] += 1


def main():
    a, b = np.zeros(8, np.int64), np.zeros(8, np.int64)
    res = [caught(by_step, a, s) for s in (0, 1, -1)]
    res += [caught(serial, b, s) for s in (100, 5, 0)]
    return res, a
