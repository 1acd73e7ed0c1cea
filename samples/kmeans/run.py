"""Runs the k-means sample as plain Python and natively, and compares."""
import pathlib
import sys

import numpy as np

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))

from compare import run


def work(kmeans):
    points = kmeans.cloud(20_000, 3)
    centres = points[::1750].copy()
    labels = np.full(len(points), -1)
    changed, worst, total = kmeans.assign(points, centres, labels)
    centres += 0.125
    moved, *_ = kmeans.assign(points, centres, labels)
    return (labels, changed, worst, moved), (total,)


if __name__ == "__main__":
    sys.exit(run(__file__, "kmeans", work, "k-means assignment, 20,000 points, 12 centres"))
