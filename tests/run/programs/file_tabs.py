#: compare: exact
"""Tabs for indentation, a form feed between functions."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def work(a: NDArray[np.int64]) -> int:
	s = 0
	for i in par(range(len(a))):
		if a[i] % 2: s += int(a[i]); continue
		a[i] = -a[i]
	return s


def main():
	a = np.arange(300)
	return work(a), a
