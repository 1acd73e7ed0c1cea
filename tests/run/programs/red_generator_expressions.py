#: compare: exact
#: may-refuse: yes
"""sum, min, max, any and all over a par generator; a parallel reduce as an expression."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def reduce(w: NDArray[np.int64], v: NDArray[np.int64]):
    n = len(w)
    s = sum(int(w[i]) * int(v[i]) for i in par(range(n)))
    hi = max(int(w[i]) for i in par(range(n)))
    lo = min(int(x) for x in par(v))
    some = any(w[i] == v[i] for i in par(range(n)))
    every = all(w[i] >= 0 for i in par(range(n)) if v[i] > 5)
    return s, hi, lo, some, every


def main():
    a = np.arange(5000) * 31 % 401
    return reduce(a, a[::-1]), reduce(a - 500, a), reduce(a[:1], a[1:2])
