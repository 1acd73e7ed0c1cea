#: compare: exact
"""A recursion without an end is a RecursionError, also inside a par loop, and deep ones that end are fine."""
from lib_errors import caught

from parc import par


def depth(n):
    if n == 0:
        return 0
    return depth(n - 1) + 1


def forever(n):
    if n < 0:
        return 0
    return forever(n + 1) + 1


def run(k: int, n: int) -> int:
    s = 0
    for i in par(range(n)):
        s += depth(k + i % 3)
    return s


def endless(n: int) -> int:
    s = 0
    for i in par(range(n)):
        s += forever(i) if i == n - 1 else 1
    return s


def main():
    res = caught(endless, 50)
    return run(100, 30), run(0, 5), res[0], endless(0), run(300, 4)
