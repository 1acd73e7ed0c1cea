#: compare: exact
#: may-refuse: yes
"""Bounds over several lines, comments with loops in them, one-line bodies, strings, line continuation."""
import numpy as np
from numpy.typing import NDArray

from parc import par

NOTE = 'par k in range(9): pass'


def spread(out: NDArray[np.int64], lo: int, hi: int):
    """par i in out: a docstring, not a loop."""
    par i in range(
        lo,
        # par j in range(3):
        hi,
    ):
        out[i] = 1  # par x in y: z
    par i in \
            range(lo, hi): out[i] += 2; out[i] *= 3


def commented(out: NDArray[np.int64]) -> int:
    n = 0
    # par i in range(10):
    par i in (range(len(out))):  # every one

        # nothing here

        n += 1
    if n > 3: n = 0; n -= 1
    return n


def main():
    out = np.zeros(30, np.int64)
    spread(out, 3, 21)
    return out, commented(out), commented(out[:2]), NOTE, spread.__doc__
