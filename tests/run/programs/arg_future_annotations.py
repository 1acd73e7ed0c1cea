#: compare: exact
"""from __future__ import annotations: every annotation is a string."""
from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from parc import par


def count(a: NDArray[np.int32], limit: int) -> int:
    n = 0
    for x in par(a):
        n += x > limit
    return int(n)


def scaled(xs: list[float], by: float) -> NDArray[np.float64]:
    out = np.empty(len(xs))
    for i, x in par(enumerate(xs)):
        out[i] = x * by
    return out


def main():
    return count(np.arange(700, dtype=np.int32), 650), scaled([1.5, -2.0, 0.0], 0.1), scaled([], 1.0)
