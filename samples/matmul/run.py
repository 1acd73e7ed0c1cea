"""Runs the matrix product as plain Python and natively, and compares."""
import pathlib
import sys

import numpy as np

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))

from compare import run


def work(matmul):
    k = np.arange(100 * 110)
    a, b = (k % 17 - 8).reshape(100, 110) / 3.0, (k % 13 - 6).reshape(110, 100) / 7.0
    out = np.empty((100, 100))
    matmul.multiply_by_columns(a, b, out)
    return (matmul.multiply(a, b), matmul.multiply(a[:, ::2], b[::2]), out), ()


if __name__ == "__main__":
    sys.exit(run(__file__, "matmul", work, "matrix product, 100 x 110 x 100"))
