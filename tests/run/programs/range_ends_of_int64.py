#: compare: exact
"""Ranges whose bounds are the ends of 64 bits: the next value would not fit."""
from parc import par


def walk(start: int, stop: int, step: int) -> tuple[int, int, int]:
    n, last, mix = 0, 0, 0
    for i in par(range(start, stop, step)):
        n += 1
        last = i
        mix ^= i
    return n, last, mix


def serial(start: int, stop: int, step: int) -> tuple[int, int]:
    n, last = 0, 0
    for r in par(range(3)):
        n, last = 0, 0
        for i in range(start, stop, step):
            n += 1
            last = i
    return n, last


def main():
    hi, lo = 2**63 - 1, -(2**63)
    cases = ((hi - 5, hi, 1), (hi - 5, hi, 3), (hi - 7, hi, 2**62), (lo + 4, lo, -1), (lo + 4, lo, -3), (lo, hi, 2**60), (hi, lo, -(2**60)))
    cases += ((lo, hi, hi), (hi, lo, lo), (lo, lo + 3, 1), (hi, hi, 1), (hi, lo, 1), (-1, hi, hi), (lo, lo + 1, hi))
    return [(walk(*c), serial(*c)) for c in cases]
