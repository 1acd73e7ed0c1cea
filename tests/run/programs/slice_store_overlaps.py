#: compare: exact
"""Stores to slices of arrays that share memory with their source, or with themselves."""
import warnings

import numpy as np
from numpy.lib.stride_tricks import as_strided
from numpy.typing import NDArray

from parc import i64, par


def assigned(a: NDArray[np.int64], b: NDArray[np.int64]):
    a[:] = b
    for i in par(range(1)):
        pass


def assigned_2d(a: i64[:, :], b: i64[:, :]):
    a[:, :] = b
    for i in par(range(1)):
        pass


def assigned_3d(a: i64[:, :, :], b: i64[:, :, :]):
    a[:, :, :] = b
    for i in par(range(1)):
        pass


def halves(a: NDArray[np.int64], b: NDArray[np.int32]):
    a[:] = b
    for i in par(range(1)):
        pass


def doubles(a: NDArray[np.float64], b: NDArray[np.int64]):
    a[:] = b
    for i in par(range(1)):
        pass


def rows(m: NDArray[np.int64], r: NDArray[np.int64]):
    for i in par(range(len(m))):
        m[i] = r


def rows_of(m: i64[:, :], r: i64[:, :]):
    for i in par(range(len(m))):
        m[i] = r[i]


def sliding(a, rows, columns, step=1):
    return as_strided(a, (rows, columns), (8 * step, 8))


def main():
    results = []
    for start, step, other, stride in [
        (0, 2, 0, 1), (0, 1, 0, 2), (2, 2, 0, 1), (4, 1, 0, 2), (0, 1, 4, 2), (9, -1, 0, 1), (9, -1, 12, -1),
        (12, -1, 9, -1), (18, -2, 9, -1), (9, -1, 18, -2), (3, 3, 5, 2), (5, 2, 3, 3), (1, 1, 0, 1), (0, 1, 1, 1),
        (3, 0, 0, 1), (3, 0, 2, 1), (0, 1, 3, 0), (0, 0, 9, -1), (9, 0, 9, -1), (12, 0, 3, 1),
    ]:  # fmt: skip
        x = np.arange(30)
        assigned(as_strided(x[start:], (8,), (8 * step,)), as_strided(x[other:], (8,), (8 * stride,)))
        results.append(x)
    for to, source in [
        (lambda x: sliding(x, 5, 4), lambda x: x[10:30].reshape(5, 4)),
        (lambda x: sliding(x, 5, 4), lambda x: x[:20].reshape(5, 4)),
        (lambda x: sliding(x, 5, 4)[::-1], lambda x: x[10:30].reshape(5, 4)),
        (lambda x: sliding(x, 5, 4)[:, ::-1], lambda x: x[10:30].reshape(5, 4)),
        (lambda x: sliding(x, 4, 5, 2).T, lambda x: x[10:30].reshape(5, 4)),
        (lambda x: sliding(x, 5, 4, 0), lambda x: x[20:40].reshape(5, 4)),
        (lambda x: sliding(x, 5, 4, 0).T, lambda x: x[20:40].reshape(4, 5)),
        (lambda x: as_strided(x, (5, 4), (16, 16)), lambda x: x[20:40].reshape(5, 4)),
        (lambda x: as_strided(x[20:], (5, 4), (-16, 16)), lambda x: x[20:40].reshape(5, 4)),
        (lambda x: sliding(x, 5, 4), lambda x: sliding(x, 5, 4)),
        (lambda x: sliding(x, 5, 4), lambda x: sliding(x, 5, 4)[::-1]),
        (lambda x: x[:20].reshape(5, 4), lambda x: x[:4].reshape(1, 4)),
        (lambda x: x[:20].reshape(5, 4), lambda x: x[:20].reshape(4, 5).T),
        (lambda x: x[1:21].reshape(5, 4), lambda x: x[:20].reshape(5, 4)),
        (lambda x: x[:20].reshape(5, 4), lambda x: x[5:10].reshape(5, 1)),
    ]:
        x = np.arange(40)
        assigned_2d(to(x), source(x))
        results.append(x)
    x = np.arange(60)
    assigned_3d(as_strided(x, (2, 3, 4), (8, 16, 8)), x[30:54].reshape(2, 3, 4))
    assigned_3d(as_strided(x, (2, 3, 4), (16, 8, 24)), x[30:54].reshape(2, 3, 4))
    results.append(x)
    for start, other in [(0, 0), (0, 3), (2, 0), (3, 1)]:
        x = np.arange(20) * 0x100000003 + 5
        halves(x[start : start + 6], x.view(np.int32)[other : other + 6])
        halves(x[start : start + 6][::-1], x.view(np.int32)[other : other + 6])
        results.append(x)
        x = np.arange(20)
        doubles(x.view(np.float64)[start : start + 9], x[other : other + 9])
        results.append(x)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        x = np.arange(35).reshape(7, 5)
        rows(x, x[3])
        rows_of(x[1:], x)
        rows_of(x, x[:, ::-1])
        rows_of(x.T[:5, :5], x[:5])
        rows(sliding(x.reshape(-1), 6, 5, 2), x[6])
    return results, x
