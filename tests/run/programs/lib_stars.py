"""Names for a star import."""
from math import *

K = 7
_HIDDEN = 5


def twice(x):
    return 2 * x


def max(a, b):
    return 100
