#: compare: exact
"""// and % of ints for all signs and sizes; the identity a == b * (a // b) + a % b; augmented forms."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def table(vs: NDArray[np.int64], quo: NDArray[np.int64], rem: NDArray[np.int64]) -> int:
    wrong = 0
    for i in par(range(len(vs))):
        for j in range(len(vs)):
            a, b = int(vs[i]), int(vs[j])
            if b == 0 or (b == -1 and a < -(2**62)):
                continue
            q, r = divmod(a, b)
            quo[i, j] = a // b
            rem[i, j] = a % b
            if q != a // b or r != a % b or (r != 0 and (r < 0) != (b < 0)):
                wrong += 1
    return wrong


def augmented(out: NDArray[np.int64], start: int, by: int):
    for i in par(range(len(out))):
        x = start - 13 * i
        x //= by
        y = x
        y %= 7
        out[i] = x * 10 + y


def main():
    vs = np.array([0, 1, -1, 2, -2, 3, -3, 7, -7, 10**12, -(10**12) - 1, 2**62, 2**63 - 1, -(2**63)])
    quo, rem = np.zeros((14, 14), np.int64), np.zeros((14, 14), np.int64)
    wrong = table(vs, quo, rem)
    outs = [np.zeros(50, np.int64) for _ in range(3)]
    for out, by in zip(outs, (3, -4, 1)):
        augmented(out, 300, by)
    return wrong, quo, rem, outs
