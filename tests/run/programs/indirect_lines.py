#: compare: exact
"""Index arrays of two axes, and indices beside their items: a[edges[i, 0]], a[p[i] + 1]."""
import warnings

import numpy as np

from parc import SerialWarning, f64, i32, i64, par


def by_column(a: f64[:], e: i64[:, :]) -> None:
    for i in par(range(e.shape[0])):
        a[e[i, 1]] = i + 0.5


def by_row(a: f64[:], e: i32[:, :]) -> None:
    for i in par(range(e.shape[1])):
        a[e[0, i]] += a[e[0, i]] * 0.5 + i


def by_three(a: f64[:], e: i64[:, :, :]) -> None:
    for i in par(range(e.shape[1])):
        a[e[1, i, 2]] = 2.0 * i


def beside(a: f64[:], p: i64[:], n: int) -> None:
    for i in par(range(n)):
        a[p[i] + 1] = i


def before(a: f64[:], p: i64[:]) -> None:
    for i in par(range(len(p))):
        a[p[i] - 2] = i


def segments(a: f64[:], e: i64[:, :]) -> None:
    for i in par(range(e.shape[0] - 1)):
        for k in range(e[i, 0], e[i + 1, 0]):
            a[k] = i


def every(a: f64[:], p: i64[:], s: int) -> None:
    for i in par(range(7, len(p), s)):
        a[p[i]] = i


def run(function, size, *args):
    a = np.zeros(size)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SerialWarning)
        try:
            function(a, *args)
        except (IndexError, RuntimeWarning) as problem:
            return type(problem).__name__, str(problem), a
    return a


def main():
    random = np.random.default_rng(2)
    p = random.permutation(5000)
    e = np.stack([p[::-1], p], axis=1)
    same = np.full((50, 2), 3)
    far = np.array([0, 2, 4, 2**63 - 1, 6])
    out = []
    for edges in (e, e[:0], e[:1], e[::-1], e[::7], same, e - 5000, e.T[:, :0].T):
        out += [run(by_column, 5000, edges), run(segments, 5000, edges)]
    for edges in (e.T.astype(np.int32), e.T[:, ::-3].astype(np.int32), same.T.astype(np.int32)):
        out.append(run(by_row, 5000, edges))
    for shape in ((2, 40, 3), (1, 40, 3), (2, 40, 2), (2, 0, 3)):
        out.append(run(by_three, 300, random.permutation(240).reshape(2, 40, 3)[: shape[0], : shape[1], : shape[2]]))
    even = 2 * random.permutation(400)
    for items in (even, even - 801, p[:200], same[:, 0], far, -far, np.array([-1, 799])):
        out += [run(beside, 802, items, len(items)), run(before, 802, items), run(beside, 802, items, len(items) + 1)]
    for items in (p[:100], same[:, 0], np.arange(100) // 3):
        out += [run(every, 5000, items, s) for s in (1, 3, 200, -1, -2)]
    out.append(run(segments, 5000, np.stack([np.sort(p), p], axis=1)))
    return out
