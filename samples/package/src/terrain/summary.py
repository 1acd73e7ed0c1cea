"""A summary for people. Nothing here is compiled."""

import numpy as np

from .slope import aspect_counts, slopes
from .water import flooded_volume

NAMES = ("east", "north-east", "north", "north-west", "west", "south-west", "south", "south-east")


def describe(height, cell=1.0, level=0.0):
    """A dict with the steepest slope, the direction that most cells face, and the water up to a level."""
    angle = np.zeros_like(height)
    slopes(height, angle, cell)
    counts = np.zeros(8, dtype=np.int64)
    aspect_counts(height, counts)
    return {
        "steepest": float(angle.max()),
        "faces": NAMES[int(counts.argmax())],
        "water": flooded_volume(height, level),
    }
