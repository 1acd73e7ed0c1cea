"""The statement form, and parc's own names of types."""
import numpy as np
import parc
from numpy.typing import NDArray
from parc import f64, par

EPS = 1e-9


def scale(a: NDArray[np.float64], out: parc.f64[:, :], k: parc.f64 = 2.0) -> None:
    par i in range(a.shape[0]):
        out[i, 0] = a[i] * k


def total(a: f64[:], n: "int" = 1) -> tuple[f64[:], float]:
    s = 0.0
    for i in par(range(len(a))):
        s += a[i]
    return a, s


def ys(xs: list[float], f=[x par x in [1]]):
    return [x * x par x in xs]


def both(n: int) -> None:
    with par:
        a = n
        b = n + 1
