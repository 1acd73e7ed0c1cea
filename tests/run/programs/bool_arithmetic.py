#: compare: exact
"""bools in arithmetic, comparisons, bit operations and accumulators; the types of the results."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def table(out: NDArray[np.int64]):
    for i in par(range(4)):
        p, q = i >= 2, i % 2 == 1
        out[i, 0] = p + q
        out[i, 1] = p * 3 - q
        out[i, 2] = p & q
        out[i, 3] = p | q
        out[i, 4] = p ^ q
        out[i, 5] = -p
        out[i, 6] = p << 3
        out[i, 7] = p == q
        out[i, 8] = p < q
        out[i, 9] = (not p) + (p and not q) * 2 + (p or q) * 4
        out[i, 10] = (p + 1) // (q + 1)
        out[i, 11] = ~(p + 0)


def accumulate(n: int):
    b = True
    c = False
    s = 0
    for i in par(range(n)):
        b &= i != 50
        c |= i == 20
        s += i > 10
    return b, c, s, b + c, b & c, b ^ True, b and c, c or b, not s


def main():
    out = np.zeros((4, 12), np.int64)
    table(out)
    return out, [accumulate(n) for n in (0, 1, 21, 22, 51, 1000)]
