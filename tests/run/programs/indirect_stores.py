#: compare: exact
"""Stores through index arrays: in parallel when the items have no repeats (or ascend), else in serial order."""
import warnings

import numpy as np
from numpy.typing import NDArray

from lib_errors import caught

from parc import SerialWarning, par

N = 6000


def scatter(a: NDArray[np.int64], p: NDArray[np.int64]):
    for i in par(range(len(p))):
        a[p[i]] = i


def scatter_bytes(a: NDArray[np.int64], p: NDArray[np.uint8]):
    for i in par(range(len(p))):
        a[p[i]] = i + 1


def scatter_wide(a: NDArray[np.int64], p: NDArray[np.uint64]):
    for i in par(range(len(p))):
        a[p[i]] = i + 1


def scatter_list(xs: list[int], p: list[int]):
    for i in par(range(len(p))):
        xs[p[i]] = i * i


def scatter_backwards(a: NDArray[np.int64], p: NDArray[np.int64]):
    for i in par(range(len(p) - 1, -1, -1)):
        a[p[i]] = i


def scatter_strided(a: NDArray[np.int64], p: NDArray[np.int64], first: int, count: int):
    for i in par(range(count)):
        a[p[first + 3 * i]] = i


def scatter_guarded(a: NDArray[np.int64], p: NDArray[np.int64]):
    for i in par(range(len(p))):
        if p[i] >= 0:
            a[p[i]] += i
            a[p[i]] *= 2


def scatter_and_flag(a: NDArray[np.int64], p: NDArray[np.int64], q: list[int]):
    found = False
    for i in par(range(len(p))):
        a[p[i]] = i
        found = found or q[i] > 5
    return found


def segments(out: NDArray[np.int64], ptr: NDArray[np.int64]):
    for i in par(range(len(ptr) - 1)):
        for j in range(ptr[i], ptr[i + 1]):
            out[j] = out[j] * 3 + i


def permuted_rows(m: NDArray[np.float64], p: NDArray[np.int64], x: NDArray[np.float64]):
    for i in par(range(len(p))):
        for j in range(m.shape[1]):
            m[p[i], j] = x[j] + i


def nested(m: NDArray[np.int64], p: NDArray[np.int64]):
    for r in par(range(m.shape[0])):
        row = m[r]
        for i in par(range(len(p))):
            row[p[i]] = r + i


def run(function, a, *args):
    a = a.copy() if isinstance(a, np.ndarray) else list(a)
    with warnings.catch_warnings(record=True):
        warnings.simplefilter("always", SerialWarning)
        result = caught(function, a, *args)
    # what lies behind a failed iteration may differ
    return result if result is not None and result not in (True, False) else (result, a)


def main():
    zeros = np.zeros(N, np.int64)
    forward = np.arange(N)
    mixed = forward * 7 % 6001 % N
    once = np.argsort(mixed, kind="stable")
    repeats = once.copy()
    repeats[-1] = repeats[0]
    results = []
    for p in (forward, forward[::-1], once, mixed, repeats, once - N, np.where(forward % 2 == 0, once, once - N),
              once[::3], forward[:0], forward[:1], np.array([5, 5]), np.array([-1, N - 1]), np.array([0, -N]),
              np.full(N, 3)):
        results.append(run(scatter, zeros, p))
        results.append(run(scatter_backwards, zeros, p))
        results.append(run(scatter_guarded, zeros, p))
        results.append(run(scatter_list, [0] * N, p.tolist()))
        results.append(run(scatter_and_flag, zeros, p, [3] * (N - 1) + [9]))
        results.append(run(permuted_rows, np.zeros((N, 3)), p, np.array([0.5, 1.5, 2.5])))
        results.append(run(nested, np.zeros((3, N), np.int64), p))
    for at in (0, N // 2, N - 1):
        p = once.copy()
        p[at] = N
        results.append(caught(scatter, zeros.copy(), p))
        p[at] = -N - 1
        results.append(caught(scatter, zeros.copy(), p))
        p[(at + 11) % N] = 2**62
        results.append(caught(scatter, zeros.copy(), p))
    bytes_of = np.arange(256, dtype=np.uint8)
    results.append(run(scatter_bytes, np.zeros(256, np.int64), bytes_of[::-1]))
    results.append(run(scatter_bytes, np.zeros(256, np.int64), np.concatenate([bytes_of, bytes_of])))
    wide = once.astype(np.uint64)
    results.append(run(scatter_wide, zeros, wide))
    wide[7] = wide[5]
    results.append(run(scatter_wide, zeros, wide))
    for first, count in ((0, N // 3), (1, N // 3), (2, N // 3), (-3 * 5, 10), (-1, 2), (0, 0)):
        results.append(run(scatter_strided, zeros, once, first, count))
        results.append(run(scatter_strided, zeros, repeats, first, count))
    for ptr in (np.arange(0, N + 1, 4), np.array([0, 0, 5, 5, 9, N]), np.array([0, 9, 5, 20]), np.array([-5, -2, 3]),
                np.array([3]), np.array([0, N + 1]), np.array([0, 10, 10, 4, 11])):
        results.append(run(segments, zeros, ptr))
    # loops without iterations, and index arrays without items
    empty = np.zeros(0, np.int64)
    for ptr in (empty, np.array([-3]), np.array([7])):
        results.append(run(segments, zeros, ptr))
    results.append(run(scatter_list, [], []))
    results.append(run(scatter_strided, zeros, empty, 0, 0))
    results.append(run(scatter_strided, zeros, empty, 0, 2))
    # the index array is the target, under two names
    for p in (forward.copy(), once.copy(), repeats.copy()):
        run(scatter, p, p)
        with warnings.catch_warnings(record=True):
            warnings.simplefilter("always", SerialWarning)
            scatter(p, p)
        results.append(p)
    return results
