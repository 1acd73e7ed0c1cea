#: compare: exact
"""if __name__ == "__main__" does not run on import; module code that does run sees the native functions."""
import numpy as np
from numpy.typing import NDArray

from parc import par

RUNS = []


def scale(a: NDArray[np.float64], k: float) -> NDArray[np.float64]:
    out = np.zeros(len(a))
    for i in par(range(len(a))):
        out[i] = a[i] * k
    return out


def table(n):
    return {k: scale(np.arange(k, dtype=float), 0.5).tolist() for k in range(n)}


TABLE = table(4)
RUNS.append(len(TABLE))
if __name__ == "__main__":
    RUNS.append("main")


def main():
    return RUNS, TABLE, table(2), __name__
