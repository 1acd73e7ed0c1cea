"""The loops that reductions.py compiles: elements chosen by the items, rows added up, a reduction of one's own."""
import numpy as np

from parc import f64, i64, par


def histogram(b: i64[:], bins: int) -> i64[:]:
    h = np.zeros(bins, np.int64)
    for i in par(range(len(b))):
        h[b[i]] += 1
    return h


def sum_of_rows(m: f64[:, :]) -> f64[:]:
    y = np.zeros(m.shape[1])
    for i in par(range(m.shape[0])):
        for j in range(m.shape[1]):
            y[j] += m[i, j]
    return y


def largest_by_key(key: i64[:], x: f64[:], keys: int) -> f64[:]:
    best = np.full(keys, -np.inf)
    for i in par(range(len(key))):
        best[key[i]] = max(best[key[i]], x[i])
    return best


def follow(f, g):
    return (f[0] * g[0]) % 9973, (f[0] * g[1] + f[1]) % 9973


def composed(p: i64[:], q: i64[:]) -> tuple[int, int]:
    whole = par.reduction((1, 0), follow)
    for i in par(range(len(p))):
        whole = follow(whole, (int(p[i]), int(q[i])))
    return whole
