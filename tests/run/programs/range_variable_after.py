#: compare: exact
"""The loop variable after the loop: the last value, the old value, or no value at all."""
from lib_errors import caught

from parc import par


def bound_before(n: int) -> int:
    i = -77
    for i in par(range(0, n, 3)):
        pass
    return i


def never_bound(n: int) -> int:
    s = 0
    for i in par(range(n)):
        s += 1
    return i * 1000 + s


def inner_variable(n: int, m: int) -> tuple[int, int]:
    j = -1
    for i in par(range(n)):
        for j in range(i % m):
            pass
    return i, j


def two_loops(n: int) -> int:
    for i in par(range(n)):
        pass
    for i in par(range(i, i + 4, 2)):
        pass
    return i


def main():
    res = [bound_before(n) for n in (0, 1, 3, 4, 3001)]
    res += [caught(never_bound, n) for n in (0, 1, 700)]
    res += [caught(inner_variable, n, m) for n, m in ((5, 3), (4, 3), (7, 1), (0, 2), (1, 1))]
    return res, [caught(two_loops, n) for n in (0, 1, 10)]
