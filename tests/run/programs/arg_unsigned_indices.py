#: compare: expected
"""uint64 indices and slice bounds beyond int64 raise, they do not count from the end; NumPy and lists differ in how."""
import numpy as np
from numpy.typing import NDArray

from parc import par

EXPECTED = [3.0, "OverflowError", "OverflowError", 10.0, "OverflowError", [0, 0, 5, 0, 0], "OverflowError", "IndexError"]


def read(a: NDArray[np.float64], p: NDArray[np.uint64]) -> float:
    s = 0.0
    for i in par(range(len(p))):
        s += a[p[i]]
    return float(s)


def part(a: NDArray[np.float64], p: NDArray[np.uint64]) -> float:
    b = a[p[0]:p[1]]
    s = 0.0
    for i in par(range(len(b))):
        s += b[i]
    return float(s)


def store(a: NDArray[np.int64], p: NDArray[np.uint64]):
    for i in par(range(len(p))):
        a[p[i]] = 5


def far(a: NDArray[np.int64], n: int):
    for i in par(range(n)):
        a[i] = i


def outcome(function, *args):
    try:
        return function(*args)
    except Exception as error:
        return type(error).__name__


def main():
    a = np.arange(5.0)
    n = np.zeros(5, np.int64)
    results = [outcome(read, a, np.array([1, 2], np.uint64)), outcome(read, a, np.array([2**64 - 1], np.uint64)),
               outcome(read, a, np.array([2**63], np.uint64)), outcome(part, a, np.array([1, 9], np.uint64)),
               outcome(part, a, np.array([1, 2**64 - 1], np.uint64))]
    store(n, np.array([2], np.uint64))
    results.append(n.tolist())
    results.append(outcome(store, n, np.array([2**64 - 2], np.uint64)))
    # the first index that is out of range, of very many
    results.append(outcome(far, np.zeros(7, np.int64), 2**62))
    return results
