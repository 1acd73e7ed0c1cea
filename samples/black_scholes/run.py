"""Runs the Black-Scholes sample as plain Python and natively, and compares."""
import pathlib
import sys

import numpy as np

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))

from compare import run


def refused(black_scholes, spot, strike, years):
    """What the lowest of two bad options raises."""
    spot[[700, 901]] = 0.0
    try:
        black_scholes.prices(spot, strike, years, 0.03, 0.25, np.zeros(1000), np.zeros(1000))
    except ValueError as error:
        return str(error)


def work(black_scholes):
    spot, strike, years = black_scholes.options(200_000)
    call, put = np.zeros_like(spot), np.zeros_like(spot)
    black_scholes.prices(spot, strike, years, 0.03, 0.25, call, put)
    message = refused(black_scholes, *(a[:1000].copy() for a in (spot, strike, years)))
    return (call, put, message), ()


if __name__ == "__main__":
    sys.exit(run(__file__, "black_scholes", work, "Black-Scholes, 200,000 options"))
