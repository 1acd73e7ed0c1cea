import numpy as np
from numpy.typing import NDArray

from parc import par


#: verdict: accept
#: why: rows of the product
def matrix_product(a: NDArray[np.float64], b: NDArray[np.float64], c: NDArray[np.float64], n: int):
    for i in par(range(n)):
        for j in range(n):
            total = 0.0
            for k in range(n):
                total += a[i * n + k] * b[k * n + j]
            c[i * n + j] = total


def matrix_product__args():
    return np.arange(900.0), np.arange(900.0) / 8, np.zeros(900), 30
