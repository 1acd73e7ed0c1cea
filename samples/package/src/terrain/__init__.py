"""Heights of land on a grid: how steep it is, and what a flood covers."""

from terrain.slope import aspect_counts, slopes
from terrain.summary import describe
from terrain.water import flooded_volume, raise_level

__all__ = ["aspect_counts", "describe", "flooded_volume", "raise_level", "slopes"]
