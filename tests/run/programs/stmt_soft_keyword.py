#: compare: exact
"""`par` as a name, an argument, an attribute and a loop, all in one file."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def name(par):
    par = par + 1
    return par


def keyword(par=3):
    return [par for par in range(par)]


class Box:
    par = 5


def loop(out: NDArray[np.int64], n: int) -> int:
    par = 2
    s = 0
    par i in range(n):
        out[i] = i * 3
        s += i
    return s + par


def tabs(out: NDArray[np.int64]):
	par	i	in	range(len(out)):
		out[i] -= 1


def main():
    out = np.zeros(64, np.int64)
    xs = {"par": 1}
    inside = (par in xs for par in ("par", "x"))
    res = name(1), keyword(), keyword(par=2), Box.par, loop(out, 40), list(inside)
    tabs(out)
    return res, out
