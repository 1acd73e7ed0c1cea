#: compare: exact
"""An error before the exit wins, an error beyond it is never raised; at the exit the order of statements counts."""
import numpy as np
from numpy.typing import NDArray

from lib_errors import caught

from parc import par


def find(a: NDArray[np.int64], key: int) -> int:
    for i in par(range(len(a))):
        if 1000 // int(a[i]) == key:
            return i
    return -1


def checked(a: NDArray[np.int64], stop: int) -> int:
    n = 0
    for i in par(range(len(a))):
        assert a[i] >= 0, f"negative at {i}"
        if a[i] == stop:
            break
        n += 1
        if a[i] == 77:
            raise KeyError(f"seventy-seven at {i}")
    return n


def main():
    base = np.arange(9000) % 50 + 1001
    res = []
    for zero_at, key_at in ((100, 200), (200, 100), (8999, 0), (0, 8999), (4096, 4095), (5, 5000)):
        a = base.copy()
        a[zero_at], a[key_at] = 0, 3
        res.append(caught(find, a, 333))
    for bad, stop, seven in ((10, 20, 30), (30, 20, 10), (20, 10, 30), (8000, 7999, 8001), (7999, 8000, 8001)):
        a = base.copy()
        a[bad], a[stop], a[seven] = -1, 500, 77
        res.append(caught(checked, a, 500))
    return res
