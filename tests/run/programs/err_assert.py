#: compare: exact
"""assert with and without a message, true and false, in the body, in a callee and before the loop."""
import numpy as np
from numpy.typing import NDArray

from lib_errors import caught

from parc import par


def check(x, lo, hi):
    assert lo <= x <= hi, f"{x} is not in {lo}..{hi}"
    return x - lo


def body(a: NDArray[np.int64], lo: int, hi: int) -> int:
    assert lo <= hi
    s = 0
    for i in par(range(len(a))):
        s += check(int(a[i]), lo, hi)
        assert i < 2500
    assert s % 2 == 0, "odd"
    return s


def main():
    a = np.arange(2500) % 11
    longer = np.zeros(2600, np.int64)
    late = a.copy()
    late[2400] = 99
    return [caught(body, *c) for c in ((a, 0, 10), (a, 0, 9), (a, 1, 10), (a, 5, 4), (longer, 0, 1), (late, 0, 10), (a[:2], 0, 10), (a[:0], 0, 0))]
