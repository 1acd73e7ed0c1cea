#: compare: exact
"""Several Python threads call native functions at the same time, on their own and on shared inputs, some failing."""
import threading

import numpy as np
from numpy.typing import NDArray

from parc import par


def work(a: NDArray[np.int64], out: NDArray[np.int64], bad: int) -> int:
    s = 0
    for i in par(range(len(a))):
        if i == bad:
            raise ValueError(f"bad {i}")
        out[i] = a[i] * 2
        s += int(a[i])
    return s


def main():
    a = np.arange(20000)
    results = {}
    def caller(number):
        out = np.zeros(20000, np.int64)
        found = []
        for r in range(4):
            try:
                found.append(work(a, out, 777 * number if r % 2 and number else -1))
            except ValueError as error:
                found.append(str(error))
        results[number] = found, int(out[-1]) if number == 0 else 0
    threads = [threading.Thread(target=caller, args=(k,)) for k in range(4)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    return [results[k] for k in sorted(results)]
