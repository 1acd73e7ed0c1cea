"""Python that stays Python: what cannot be compiled is left with its reason."""
import numpy as np
from numpy.typing import NDArray


class Grid:
    def __init__(self, size):
        self.cells = [0.0] * size

    def fill(self):
        for i in range(len(self.cells)):  # serial: a method
            self.cells[i] = i * 0.5


def report(a: NDArray[np.float64]) -> None:
    for i in range(len(a)):  # serial: prints
        print(i, a[i])


def words(text):
    found = {}
    for word in text.split():  # serial: no types
        found[word] = found.get(word, 0) + 1
    return found


def tiny(a: NDArray[np.float64]) -> None:
    for i in range(4):  # serial: too little work
        a[i] = a[i] * 2.0


def scaled(a: NDArray[np.float64], out: NDArray[np.float64], k: float) -> None:
    for i, x in enumerate(a):  # par
        out[i] = k * x


def example():
    grid = Grid(10)
    grid.fill()
    out = np.zeros(3000)
    scaled(np.arange(3000.0), out, 0.1)
    return grid.cells, words("a b a"), out.tolist()
