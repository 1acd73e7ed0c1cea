"""Runs the Mandelbrot sample as plain Python and natively, and compares."""
import pathlib
import sys

import numpy as np

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))

from compare import run


def work(mandelbrot):
    out = np.zeros((200, 300), np.int64)
    mandelbrot.render(out, -2.25, 1.0, 3.0, 200)
    return (out, mandelbrot.inside(out, 200)), ()


if __name__ == "__main__":
    sys.exit(run(__file__, "mandelbrot", work, "Mandelbrot set, 300 x 200 points, 200 steps"))
