#: compare: expected
"""A list element whose total does not fit 64 bits, at the accumulating line; errors of iterations come before it."""
from lib_errors import spot

from parc import par

EXPECTED = [("OverflowError", "total", "h[i % 3] += k"), [2**63 - 1, 0, 0], ("OverflowError", "product", "h[0] *= k"), [0, 1],
    ("ZeroDivisionError", "fails", "h[0] += 2**62 // (i - n + 1)")]


def total(n: int, k: int, h: list[int]) -> list[int]:
    for i in par(range(n)):
        h[i % 3] += k
    return h


def one(h: list[int], n: int) -> list[int]:
    for i in par(range(n)):
        h[0] += 2**40
        if i == n - 1:
            h[0] -= n * 2**40
    return h


def product(h: list[int], n: int, k: int) -> list[int]:
    for i in par(range(n)):
        h[0] *= k
    return h


def cleared(h: list[int], n: int) -> list[int]:
    for i in par(range(n)):
        h[0] *= n - 1 - i
    return h


def fails(h: list[int], n: int):
    for i in par(range(n)):
        h[0] += 2**62 // (i - n + 1)


def main():
    return [spot(total, 30000, 2**50, [0, 0, 0]), one([2**63 - 1, 0, 0], 9000), spot(product, [1, 1], 9000, 2),
            cleared([5, 1], 9000), spot(fails, [0], 9000)]
