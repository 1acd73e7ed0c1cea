#: compare: exact
"""Many pairs of sequences aligned at once: each iteration fills a table of its own with serial inner loops."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def score(p, q, row):
    best = 0
    for j in range(len(row)):
        row[j] = 0
    for i in range(len(p)):
        diagonal = 0
        for j in range(len(q)):
            keep = int(row[j + 1])
            s = diagonal + (3 if p[i] == q[j] else -2)
            s = max(0, s, keep - 1, int(row[j]) - 1)
            diagonal = keep
            row[j + 1] = s
            if s > best:
                best = s
    return best


def all_scores(a: NDArray[np.uint8], b: NDArray[np.uint8], out: NDArray[np.int64]) -> tuple[int, int]:
    top, pair = -1, -1
    for k in par(range(a.shape[0]), schedule="dynamic"):
        row = np.zeros(b.shape[1] + 1, np.int64)
        out[k] = score(a[k], b[k], row)
        if out[k] > top:
            top = int(out[k])
            pair = k
    return top, pair


def main():
    k = np.arange(30 * 24)
    a, b = (k * 7919 % 4).astype(np.uint8).reshape(30, 24), (k * 31 % 1009 % 4).astype(np.uint8).reshape(30, 24)
    out = np.zeros(30, np.int64)
    return all_scores(a, b, out), out
