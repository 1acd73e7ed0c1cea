#: compare: exact
"""par imported under another name; a function of the module that is itself called par."""
import numpy as np
from numpy.typing import NDArray

from parc import par as each


def fill(out: NDArray[np.int64]):
    for i in each(range(len(out))):
        out[i] = 3 * i


def total(a: NDArray[np.int64]) -> int:
    s = 0
    for x in each(a, schedule="dynamic"):
        s += int(x)
    return s


def par(x):
    return x + 1


def main():
    out = np.zeros(100, np.int64)
    fill(out)
    return out, total(out), par(3)
