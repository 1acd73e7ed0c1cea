"""Plain helper functions that programs import; they are compiled from the calls in par loops."""
import math

SCALE = 4
ORIGIN = (0.5, -0.25)


def squared(x, y):
    return x * x + y * y


def distance(p, q):
    return math.sqrt(squared(p[0] - q[0], p[1] - q[1]))


def from_origin(x, y):
    return distance((x, y), ORIGIN) * SCALE


def fill_row(row, value):
    for k in range(len(row)):
        row[k] = value + k


def checked_root(x):
    if x < 0:
        raise ValueError(f"no root of {x}")
    return math.sqrt(x)


def not_compilable(xs):
    """Never called from a par loop: it may use all of Python."""
    return sorted({k: [k] for k in xs}, key=lambda k: -k)
