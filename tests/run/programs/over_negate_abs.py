#: compare: expected
"""The most negative int: -x, abs(x), x // -1 and divmod do not fit; % -1 is 0, ~x and -(x + 1) fit."""
from lib_errors import spot

from parc import par

EXPECTED = [9223372036854775807, ("OverflowError", "one", "r = -x"), ("OverflowError", "one", "r = abs(x)"),
    ("OverflowError", "one", "r = x // -1"), 0, 9223372036854775807, 9223372036854775807,
    ("OverflowError", "one", "q, r = divmod(x, -1)"), ("OverflowError", "one", "x //= y"), -9223372036854775808]


def one(which: int, k: int, y: int) -> int:
    r = 0
    for i in par(range(2)):
        x = k + 1 - i
        if which == 0:
            r = -x
        elif which == 1:
            r = abs(x)
        elif which == 2:
            r = x // -1
        elif which == 3:
            r = x % -1
        elif which == 4:
            r = ~x
        elif which == 5:
            r = -(x + 1)
        elif which == 6:
            q, r = divmod(x, -1)
        else:
            x //= y
            r = x
    return r


def main():
    lo = -(2**63)
    res = [spot(one, 0, lo + 1, 1)]
    return res + [spot(one, which, lo, -1) for which in range(8)] + [spot(one, 7, lo, 1)]
