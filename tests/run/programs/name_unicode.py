#: compare: exact
"""Identifiers and messages beyond ASCII, in names, strings and errors."""
import numpy as np
from numpy.typing import NDArray

from lib_errors import caught

from parc import par


π = 3.25


def größe(x, ñ):
    return x * π + ñ


def füllen(α: NDArray[np.float64], Ω: int) -> float:
    """Größe je Zelle – ∑."""
    máximo = -1.0
    for ι in par(range(len(α))):
        α[ι] = größe(α[ι], ι)
        if float(α[ι]) > máximo:
            máximo = float(α[ι])
        if ι == Ω:
            raise ValueError(f"célula {ι} 不可")
    return máximo


def main():
    a = np.arange(800) / 8.0
    return füllen(a, -1), a.copy(), caught(füllen, a, 333)[:2], a[:333], füllen.__doc__
