"""Runs the spectral norm sample as plain Python and natively, and compares."""
import pathlib
import sys

import numpy as np

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))

from compare import run


def work(spectral_norm):
    v, w = np.zeros(400), np.zeros(400)
    spectral_norm.times(np.ones(400), v)
    spectral_norm.times_transposed(v, w)
    return (v, w), (spectral_norm.norm(250, 5),)


if __name__ == "__main__":
    sys.exit(run(__file__, "spectral_norm", work, "spectral norm, 250 x 250, 5 rounds"))
