"""A helper module that imports another one and holds a par loop of its own."""
import lib_geometry as geometry

from parc import par

OFFSETS = (-1, 0, 1)


def around(a, i):
    s = 0
    for d in OFFSETS:
        s += int(a[i + d])
    return s


def weight(i, j):
    return geometry.squared(i, j) + geometry.SCALE


def row_total(row):
    s = 0
    for x in par(row):
        s += int(x)
    return s
