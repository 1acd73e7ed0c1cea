#: compare: exact
"""np.bool_ elements: logic, counting, stores from comparisons, conditions, flags."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def compare(a: NDArray[np.float64], b: NDArray[np.float64], out: NDArray[np.bool_]):
    n = 0
    for i in par(range(len(a))):
        out[i, 0] = a[i] < b[i]
        out[i, 1] = not a[i] < b[i]
        out[i, 2] = out[i, 0] ^ (a[i] == b[i])
        out[i, 3] = i
        out[i, 4] = a[i] - b[i]
        n += out[i, 2]
    return n


def flags(m: NDArray[np.bool_]) -> tuple[bool, bool, int]:
    any_, all_, count = False, True, 0
    for i in par(range(len(m))):
        any_ |= bool(m[i])
        if not m[i]:
            all_ = False
        else:
            count += 1
    return any_, all_, count


def majority(m: NDArray[np.bool_], out: NDArray[np.bool_]):
    for i in par(range(1, len(m) - 1)):
        out[i] = m[i - 1] & m[i] | m[i] & m[i + 1] | m[i - 1] & m[i + 1]


def main():
    a = np.arange(3000) % 17 / 2.0
    out, mj = np.zeros((3000, 5), np.bool_), np.zeros(3000, np.bool_)
    n = compare(a, a[::-1], out)
    m = out[:, 2].copy()
    majority(m, mj)
    return n, out, [flags(v) for v in (m, m[:0], ~m[:1], m & False, m | True)], mj
