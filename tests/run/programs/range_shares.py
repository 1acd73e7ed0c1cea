#: compare: exact
"""Work shared out by unknown numbers: every s-th element, equal shares, grids taken apart, packed triangles."""
import warnings

import numpy as np

from parc import SerialWarning, f64, par


def combs(a: f64[:], s: int) -> None:
    for i in par(range(s)):
        a[i::s] = i
        for k in range(i, len(a), s):
            a[k] += k


def combs_of_rows(m: f64[:, :], s: int) -> None:
    for i in par(range(s)):
        for r in range(m.shape[0]):
            row = m[r, i::s]
            for k in range(len(row)):
                row[k] = 100 * r + 10 * i + k


def between(a: f64[:], s: int) -> None:
    for i in par(range(s)):
        a[i : len(a) - s : s] = -i


def shares(a: f64[:], parts: int) -> None:
    n = len(a)
    for k in par(range(parts)):
        a[k * n // parts : (k + 1) * n // parts] = k


def grid(a: f64[:, :], n: int, m: int) -> None:
    for t in par(range(n * m)):
        a[t // m, t % m] = t


def packed(a: f64[:], n: int) -> None:
    for i in par(range(n)):
        for j in range(i):
            a[i * (i - 1) // 2 + j] = 10 * i + j


def turned(a: f64[:], n: int) -> None:
    for i in par(range(n)):
        a[i ^ 5] = i
        a[(i ^ 5) | 0] += 0.5


def from_to(m: f64[:, :], lower: int, upper: int) -> None:
    for i in par(range(m.shape[0])):
        m[i, lower:upper] = i + 1
        m[i, upper:lower:-1] = -i


def run(function, shape, *args):
    a = np.zeros(shape)
    try:
        function(a, *args)
    except (IndexError, ValueError, ZeroDivisionError) as problem:
        return type(problem).__name__, str(problem), a
    return a


def main():
    out = []
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SerialWarning)
        for n in (0, 1, 2, 30, 997):
            for s in (-2, 0, 1, 2, 3, 29, 31, 1000):
                out += [run(combs, n, s), run(between, n, s), run(shares, n, s), run(combs_of_rows, (3, n), s)]
        ends = (-(2**63), -(2**63) + 1, -7, 0, 2, 2**63 - 1)
        out += [run(from_to, (3, 6), lower, upper) for lower in ends for upper in ends]
        for n, m in ((0, 0), (0, 5), (3, 4), (4, 3), (-3, -4), (-6, -2), (5, 9)):
            out.append(run(grid, (6, 7), n, m))
        for n in (-1, 0, 1, 2, 10, 11):
            out.append(run(packed, 45, n))
        for n in (0, 1, 8, 16, 18):
            out.append(run(turned, 16, n))
    return out
