#: compare: exact
"""Points from a generator keyed by the iteration: the count is the same however the loop is cut."""
import numpy as np

from parc import par


def hashed(k):
    z = np.uint64(k) * np.uint64(0x9E3779B97F4A7C15) + np.uint64(0x632BE59BD9B4E019)
    z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return z ^ (z >> np.uint64(31))


def inside(n: int, seed: int) -> int:
    hits = 0
    for i in par(range(n)):
        x = float(hashed(2 * i + seed) >> np.uint64(11)) / 2.0**53
        y = float(hashed(2 * i + 1 + seed) >> np.uint64(11)) / 2.0**53
        if x * x + y * y < 1.0:
            hits += 1
    return hits


def main():
    return inside(6000, 0), inside(6000, 12345), inside(1, 7), inside(0, 7)
