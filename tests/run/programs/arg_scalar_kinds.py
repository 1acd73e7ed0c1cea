#: compare: expected
"""Scalar arguments take the kind of their annotation: NumPy and Python numbers, bools, floats from ints."""
import numpy as np

from parc import par

EXPECTED = (
    [(1000, 200, 5), (-21, -7, 3), (2**62, 2**61, 2), (0.5, 0.16666666666666666, 1.0), (0.25, 0.125, 0.5), (True, 4), (False, 0)],
    (np.int32(2147483645), np.int32(2147483647), np.float32(0.2), np.int32(-2147483648)),
    ["TypeError", "TypeError", "TypeError", "OverflowError", "OverflowError", "TypeError", "TypeError"],
    ["TypeError", "OverflowError", "TypeError", "TypeError"],
    (0, 9223372036854775807, 0),
)


def ints(n: int, k: int):
    s = 0
    for i in par(range(n)):
        s += k
    return s, k, n


def floats(x: float, n: int):
    y = 0.0
    for i in par(range(n)):
        y = x / (i + 1)
    return x, y, x * 2


def bools(b: bool, n: int):
    c = 0
    for i in par(range(n)):
        if b:
            c += 1
    return b, c


def numpy(a: np.int32, f: np.float32, n: int):
    s = np.int32(0)
    for i in par(range(n)):
        s += a
    return s, a, f * 2, a + 1


def named(f, *args):
    try:
        return f(*args)
    except (TypeError, OverflowError) as error:
        return type(error).__name__


def main():
    res = [ints(np.int64(5), np.uint8(200)), ints(3, -7), ints(np.int16(2), 2**61), floats(0.5, 3), floats(np.float64(0.25), 2)]
    res += [bools(True, 4), bools(False, 2)]
    own = numpy(np.int32(2**31 - 1), np.float32(0.1), 3)
    wrong = [named(ints, *a) for a in ((1.5, 1), ("3", 1), (None, 1), (2, 2**63), (2, -(2**63) - 1), (2, [1]), (2, 1j))]
    return res, own, wrong, [named(floats, *a) for a in (("x", 1), (2**53 + 1, 1), (1j, 1), (None, 1))], ints(0, 2**63 - 1)
