#: compare: exact
"""Sampling an image at shifted places, with rounding to bytes, clamped edges and several channels."""
import math

import numpy as np
from numpy.typing import NDArray

from parc import par


def clamp(k, n):
    return 0 if k < 0 else n - 1 if k >= n else k


def weights(t):
    f = math.floor(t)
    return f, t - f


def shifted(src: NDArray[np.uint8], dy: float, dx: float, dst: NDArray[np.uint8]) -> int:
    h, w, c = src.shape
    clipped = 0
    for y in par(range(h)):
        y0, ty = weights(y + dy)
        for x in range(w):
            x0, tx = weights(x + dx)
            if y0 < 0 or y0 + 1 >= h or x0 < 0 or x0 + 1 >= w:
                clipped += 1
            for k in range(c):
                v = 0.0
                for a in range(2):
                    for b in range(2):
                        p = float(src[clamp(y0 + a, h), clamp(x0 + b, w), k])
                        v += p * (ty if a else 1.0 - ty) * (tx if b else 1.0 - tx)
                dst[y, x, k] = round(v)
    return clipped


def main():
    src = (np.arange(14 * 17 * 3) * 7919 % 1009 % 256).astype(np.uint8).reshape(14, 17, 3)
    res = []
    for dy, dx in ((0.0, 0.0), (0.5, -0.25), (-3.75, 20.0), (1e-9, 0.999)):
        dst = np.zeros_like(src)
        res.append((shifted(src, dy, dx, dst), dst))
    return res
