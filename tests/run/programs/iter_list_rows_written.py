#: compare: exact
"""Rows of a nested list as the items of the loop: stores go into the caller's inner lists; break over a list."""
from parc import par


def scale_rows(m: list[list[int]], k: int):
    for row in par(m):
        for j in range(len(row)):
            row[j] *= k


def numbered(m: list[list[float]], out: list[float]):
    for i, row in par(enumerate(m)):
        s = 0.0
        for x in row:
            s += x
        out[i] = s
        if len(row) > 0:
            row[-1] = -s


def position(xs: list[int], key: int) -> int:
    for k, x in par(enumerate(xs)):
        if x == key:
            return k
    return -1


def main():
    m = [[k + j for j in range(k % 4)] for k in range(30)]
    inner = m[3]
    scale_rows(m, 3)
    f, out = [[0.5, 1.5], [], [2.0]], [9.0] * 3
    numbered(f, out)
    xs = [k * 7 % 101 for k in range(101)]
    return m, m[3] is inner, f, out, [position(xs, k) for k in (0, 7, 100, 5, -3)], position([], 1)
