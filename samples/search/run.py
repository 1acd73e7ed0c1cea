"""Runs the search loops as plain Python and natively, and compares."""
import pathlib
import sys

import numpy as np

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))

from compare import run


def work(search):
    a = np.arange(400_000) * 7919 % 100_003 / 8.0
    results = []
    for part in (a, -a, a[::-1], a[:1], a[:0]):
        results.append((search.largest(part), search.first_above(part, 12_500.0), search.has(part, 12_500.25)))
        results.append((search.last_below(part, 0.25, 9.5), search.last_below(part, -1e9, 9.5)))
    return results, ()


if __name__ == "__main__":
    sys.exit(run(__file__, "search", work, "four searches, 400,000 elements"))
