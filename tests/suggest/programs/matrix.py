"""Products and transposes."""
import numpy as np
from numpy.typing import NDArray

F = NDArray[np.float64]


def product(a: F, b: F, out: F) -> None:
    for i in range(out.shape[0]):  # par
        for j in range(out.shape[1]):
            s = 0.0
            for k in range(a.shape[1]):
                s += a[i, k] * b[k, j]
            out[i, j] = s


def transposed(a: F, out: F) -> None:
    for i in range(a.shape[0]):  # par
        for j in range(a.shape[1]):
            out[j, i] = a[i, j]


def transpose_in_place(a: F) -> None:
    for i in range(a.shape[0]):  # serial
        for j in range(a.shape[0]):  # par
            a[i, j] = a[j, i]


def forward(lower: F, b: F) -> None:
    for i in range(len(b)):  # serial
        for j in range(i):  # serial
            b[i] -= lower[i, j] * b[j]
        b[i] = b[i] / lower[i, i]


def example():
    a = np.arange(1200.0).reshape(30, 40) % 7
    out, back = np.zeros((30, 30)), np.zeros((40, 30))
    product(a, np.ascontiguousarray(a.T), out)
    transposed(a, back)
    return out.tolist(), back.tolist()
