#: compare: exact
"""A name that only a serial loop binds is an UnboundLocalError when that loop ran never."""
from lib_errors import caught

from parc import par


def after_inner(n: int, m: int) -> int:
    s = 0
    for i in par(range(n)):
        s += i
    for j in range(m):
        last = j
    return s + last


def while_only(n: int) -> int:
    s = 0
    while s * s < n:
        s += 1
        root = s
    for i in par(range(3)):
        s += root
    return s


def main():
    return [caught(after_inner, n, m) for n, m in ((3, 2), (3, 0), (0, 1), (0, 0))], [caught(while_only, n) for n in (50, 1, 0)]
