#: compare: exact
"""Sums with the index of a loop that are not the items of its range, as subscripts, in bounds and beyond."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def enumerated(out: NDArray[np.float64], n: int) -> None:
    for k, i in par(enumerate(range(n), 5)):
        out[k] = 1.0 + i


def enumerated_from(out: NDArray[np.float64], n: int, start: int) -> None:
    for k, i in par(enumerate(range(n), start)):
        out[k - start] = 0.0 * k + i


def shifted(out: NDArray[np.float64], n: int) -> None:
    for i in par(range(n)):
        k = n + i
        out[k] = 1.0 + i


def stretched(out: NDArray[np.float64], n: int) -> None:
    for i in par(range(n)):
        k = i * 3
        out[k] = 1.0 + i


def serially(out: NDArray[np.float64], n: int) -> None:
    for _ in par(range(1)):
        for k, i in enumerate(range(n), 5):
            out[k] = 1.0 + i


def attempt(function, *args):
    whole = np.zeros(64)
    try:
        function(whole[:20], *args)
    except Exception as error:
        return type(error).__name__, str(error), whole[20:].tolist()
    return whole.tolist()


def main():
    results = []
    for function in (enumerated, shifted, stretched, serially):
        results += [attempt(function, n) for n in (0, 1, 7, 10, 15, 16, 30)]
    results += [attempt(enumerated_from, 15, start) for start in (-3, 0, 2**62, 2**63 - 15)]
    return results
