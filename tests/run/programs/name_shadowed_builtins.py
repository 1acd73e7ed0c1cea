#: compare: exact
"""Local variables and parameters called sum, max, len, range, int, and a module function called abs."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def abs(x):
    return x * 1000


def total(list: NDArray[np.int64], range_: int) -> tuple[int, int, int]:
    sum = 0
    max = -1
    id = 0
    for iter in par(range(range_)):
        sum += int(list[iter])
        type = int(list[iter]) * 2
        if type > max:
            max = type
        id = abs(iter)
    return sum, max, id


def inner(min: float, out: NDArray[np.float64]):
    for i in par(range(len(out))):
        round = min * i
        pow = round + 1
        out[i] = pow if pow > min else round


def main():
    out = np.zeros(60)
    inner(0.75, out)
    return total(np.arange(900) % 77, 900), total(np.arange(3), 0), out
