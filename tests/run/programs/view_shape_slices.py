#: compare: exact
"""Slices of tuples by constants: of shapes above all."""
import numpy as np

from parc import f64, i64, par


def area(image: f64[:, :, :]) -> tuple[int, int, float]:
    h, w = image.shape[:2]
    total = 0.0
    for i in par(range(h)):
        for j in range(w):
            total += image[i, j, -1]
    return h, w, total


def ends(a: f64[:, :, :, :]) :
    backwards = a.shape[::-2]
    last_two = a.shape[-1:-3:-1]
    inner = a.shape[1:-1]
    nothing = a.shape[3:1]
    beyond = a.shape[-9:9]
    count = 0
    for i in par(range(a.shape[0])):
        count += len(beyond) + len(nothing)
    return backwards + last_two + inner + beyond + (count,)


def mixed(n: int) -> tuple[float, int]:
    t = (1, 2.5, True, n)
    s = 0.0
    for i in par(range(n)):
        x, flag = t[1:3]
        s += x if flag else 1.0
    return s, t[::3][1]


def middle(n: int, size: tuple[int, int, int]) -> i64[:]:
    out = np.zeros(n, np.int64)
    for i in par(range(n)):
        for extent in size[1:]:
            out[i] += extent * i
    return out


def main():
    shapes = (0, 4), (1, 1), (40, 3), (3, 40)
    areas = [area(np.arange(float(h * w * 3)).reshape(h, w, 3)) for h, w in shapes]
    return areas, ends(np.zeros((3, 4, 5, 6))), mixed(12), middle(9, (3, 4, 5))
