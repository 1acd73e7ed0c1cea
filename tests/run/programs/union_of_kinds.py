#: compare: exact
#: may-refuse: yes
"""Expressions that are an int or a float, a bool or an int, depending on the values."""
from parc import par


def mixed(n: int, x: float):
    s = 0
    for i in par(range(n)):
        s += i
    return max(n, x), min(True, n), n and x, x > 1 or n, s or 0.5


def main():
    return [mixed(n, x) for n in (0, 1, 3) for x in (0.5, 2.0)]
