"""Angles of a slope. Plain functions: where loops of other modules call them, they are native there."""

import math


def steepness(dx: float, dy: float) -> float:
    """The angle between the ground and the level, in degrees."""
    return math.degrees(math.atan(math.hypot(dx, dy)))


def octant(dx: float, dy: float) -> int:
    """Which of eight directions the ground faces: 0 is east, 2 is north."""
    turn = math.atan2(dy, dx) / (2.0 * math.pi)
    return math.floor(8.0 * turn + 0.5) % 8
