"""Prices of European options by the formula of Black and Scholes."""
import math

import numpy as np
from numpy.typing import NDArray
from parc import par


def normal_cdf(x):
    return 0.5 * (1.0 + math.erf(x / math.sqrt(2.0)))


def prices(
    spot: NDArray[np.float64],
    strike: NDArray[np.float64],
    years: NDArray[np.float64],
    rate: float,
    volatility: float,
    call: NDArray[np.float64],
    put: NDArray[np.float64],
):
    """Fill `call` and `put`; a spot or a time that is not positive is a ValueError."""
    for i in par(range(len(spot))):
        s = float(spot[i])
        t = float(years[i])
        if s <= 0.0 or t <= 0.0:
            raise ValueError(f"option {i} has spot {s} and {t} years")
        k = float(strike[i])
        spread = volatility * math.sqrt(t)
        d1 = (math.log(s / k) + (rate + 0.5 * volatility * volatility) * t) / spread
        d2 = d1 - spread
        later = k * math.exp(-rate * t)
        call[i] = s * normal_cdf(d1) - later * normal_cdf(d2)
        put[i] = later * normal_cdf(-d2) - s * normal_cdf(-d1)


def options(n):
    k = np.arange(n)
    return 40.0 + k % 61, 35.0 + k * 7 % 83, 0.1 + k * 31 % 97 / 24.0
