#: compare: exact
"""Operands that raise where serial execution may not evaluate them any more: the error counts only if it gets there."""
import numpy as np
from numpy.typing import NDArray

from lib_errors import caught

from parc import par

N = 40_000


def any_quotient(a: list[int], n: int):
    found = False
    for i in par(range(len(a))):
        found = found or n // a[i] > 3
    return found


def all_quotients(a: list[int], n: int):
    fine = True
    for i in par(range(len(a))):
        fine = fine and n // a[i] > 3
    return fine


def guarded_flag(a: list[int], n: int):
    found = False
    for i in par(range(len(a))):
        if not found:
            found = n % a[i] == 7
    return found


def flag_and_sum(a: list[int], b: NDArray[np.int64], n: int):
    found, total, last = False, 0, -1
    for i in par(range(len(a))):
        total += int(b[i])
        found = found or n // a[i] > 3
        if b[i] > 90:
            last = i
    return found, total, last


def flag_and_stores(a: list[int], b: NDArray[np.int64], out: NDArray[np.int64], n: int):
    found = False
    for i in par(range(len(a))):
        out[i] = b[i] * 2 + 1
        found = found or n // a[i] > 3
    return found


def flag_and_error(a: list[int], b: list[int], n: int):
    found = False
    for i in par(range(len(a))):
        found = found or n // a[i] > 3
        if b[i] < 0:
            raise ValueError(f"negative in {i}")
    return found


def best_with_quotient(v: NDArray[np.float64], a: list[int], n: int):
    best, share = -1.0, 0
    for i in par(range(len(v))):
        if v[i] > best:
            best = float(v[i])
            share = n // a[i]
    return best, share


def least_with_quotient(v: NDArray[np.int64], a: list[int], n: int):
    least, share, at = 10**9, 0, -1
    for i in par(range(len(v))):
        if v[i] <= least:
            least, share, at = int(v[i]), n // a[i], i
    return least, share, at


def search(a: list[int], n: int, stop: int):
    found = False
    for i in par(range(len(a))):
        found = found or n // a[i] > 3
        if i == stop:
            break
    else:
        return found, 1
    return found, 2


def returned(a: list[int], n: int, stop: int):
    found = False
    for i in par(range(len(a))):
        found = found or n // a[i] > 3
        if i == stop:
            return -i
    return int(found)


def row_of_best(m: NDArray[np.float64], v: NDArray[np.float64], at: NDArray[np.int64]):
    best, row = -1.0, m[0]
    for i in par(range(len(v))):
        if v[i] > best:
            best = float(v[i])
            row = m[at[i]]
    return best, row.copy()


def main():
    results = []
    for first_hit, first_zero in ((0, 5), (3, 2), (3, N - 1), (N // 2, N // 2 + 1), (N // 2 + 1, N // 2),
                                  (N - 1, N - 2), (N - 2, N - 1), (17_000, 33_000), (33_000, 17_000)):
        a = [10_000] * N
        a[first_hit], a[first_zero] = 1, 0
        b = np.arange(N) * 37 % 101
        out = np.zeros(N, np.int64)
        for function in (any_quotient, guarded_flag):
            results.append(caught(function, a, 7))
        results.append(caught(flag_and_sum, a, b, 7))
        results.append(caught(flag_and_stores, a, b, out, 7))
        results.append(out.copy() if first_hit < first_zero else None)
        # serial execution meets the later zero only if nothing is found before
        a[(first_zero + 9_000) % N] = 0
        results.append(caught(any_quotient, a, 7))
        results.append(caught(search, a, 7, N - 1))
        results.append(caught(search, a, 7, first_zero - 1))
        results.append(caught(search, a, 7, N))
        results.append(caught(returned, a, 7, first_zero))
        results.append(caught(returned, a, 7, N))
        c = [1] * N
        c[first_hit], c[first_zero] = 10, 0
        results.append(caught(all_quotients, c, 7))
        d = [0] * N
        for at in (0, first_hit, first_zero + 1000, N - 7):
            d[at % N] = -1
            results.append(caught(flag_and_error, a, d, 7))
            d[at % N] = 0

        v = np.zeros(N)
        v[0], v[first_hit], v[first_zero] = 0.5, 9.0, 8.0
        results.append(caught(best_with_quotient, v, a, 1000))
        w = (-np.arange(N) // 500).astype(np.int64)
        w[first_hit] = -10**6
        results.append(caught(least_with_quotient, w, a, 1000))
        results.append(caught(least_with_quotient, -w, a, 1000))
        # every block has maxima of its own that fail, each greater than the one before
        saw = np.array([i % 1000 + 1.0 for i in range(N)])
        bad = [1 if i < 1000 else 0 for i in range(N)]
        results.append(caught(best_with_quotient, saw, bad, 1000))
        saw[first_zero] = 5000.0
        results.append(caught(best_with_quotient, saw, bad, 1000))
        bad[first_zero] = 3
        results.append(caught(best_with_quotient, saw, bad, 1000))
        m = np.arange(12.0).reshape(4, 3)
        at = np.full(N, 4)
        at[:1000], at[first_zero] = 2, 3
        results.append(caught(row_of_best, m, saw, at))
        at[first_zero] = 4
        results.append(caught(row_of_best, m, saw, at))
    # arrays that share memory: serial order throughout
    b = np.arange(N) % 50
    results.append(caught(flag_and_stores, [10_000] * N, b, b, 7))
    results.append(b.copy())
    return results
