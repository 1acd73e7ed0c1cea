#: compare: exact
"""Docstrings, names, signatures, defaults and pickling by name are those of the Python file."""
import inspect
import pickle

import numpy as np
from numpy.typing import NDArray

from parc import par

VERSION = "1.2"


def documented(a: NDArray[np.float64], factor: float = 2.0) -> None:
    """Multiply `a` by `factor`."""
    for i in par(range(len(a))):
        a[i] *= factor


class Holder:
    """A class with a method that stays Python."""
    limit = 3

    def total(self, xs):
        return sum(x for x in xs if x < self.limit)


def generator(n):
    for k in range(n):
        yield {"k": k, "text": f"<{k}>"}


def main():
    a = np.arange(10.0)
    pickle.loads(pickle.dumps(documented))(a)
    names = documented.__name__, documented.__qualname__, documented.__doc__
    signature = str(inspect.signature(documented))
    stays = Holder().total([1, 2, 3, 4]), [str(item) for item in generator(3)], VERSION
    return a, names, signature, stays, Holder.__doc__, __doc__, callable(documented), documented.__module__ == __name__
