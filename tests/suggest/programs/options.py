"""Prices of options, and a file that has a par loop already."""
import math

import numpy as np
from numpy.typing import NDArray

from parc import par as parallel

F = NDArray[np.float64]


def below(x: float) -> float:
    return 0.5 * (1.0 + math.erf(x / math.sqrt(2.0)))


def prices(spot: F, strike: F, call: F, rate: float) -> None:
    for i in range(len(spot)):  # par
        d = math.log(spot[i] / strike[i]) + rate
        call[i] = spot[i] * below(float(d)) - strike[i] * below(float(d - 0.2))


def total(a: F) -> float:
    s = 0.0
    for i in parallel(range(len(a))):
        for k in range(3):
            s += a[i] * k
    return s


def rounds(a: F, out: F) -> None:
    for r in range(100):  # serial: holds a par loop
        for i in parallel(range(len(a))):
            out[i] = out[i] + a[i] * r


def example():
    spot = np.arange(1.0, 2001.0)
    call, out = np.zeros(2000), np.zeros(2000)
    prices(spot, spot[::-1].copy(), call, 0.02)
    rounds(spot, out)
    return call.tolist(), out.tolist(), total(np.ones(64))
