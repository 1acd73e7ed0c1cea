"""Shortest ways, and a sparse product."""
import numpy as np
from numpy.typing import NDArray

F = NDArray[np.float64]
I = NDArray[np.int64]


def floyd_warshall(d: F) -> None:
    for k in range(d.shape[0]):  # serial
        row = d[k].copy()
        for i in range(d.shape[0]):  # par
            first = d[i, k]
            for j in range(d.shape[0]):
                d[i, j] = min(d[i, j], first + row[j])


def sparse(start: I, column: I, value: F, x: F, y: F) -> None:
    for i in range(len(y)):  # par
        s = 0.0
        for k in range(start[i], start[i + 1]):
            s += value[k] * x[column[k]]
        y[i] = s


def example():
    d = (np.arange(900.0) * 31 % 97).reshape(30, 30)
    floyd_warshall(d)
    y = np.zeros(50)
    sparse(np.arange(51) * 2, np.arange(100) % 50, np.arange(100.0), np.ones(50), y)
    return d.tolist(), y.tolist()
