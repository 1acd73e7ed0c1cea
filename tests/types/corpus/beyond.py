"""What stubtest reports of a right stub, too."""
import functools
from dataclasses import InitVar, dataclass
from typing import Annotated, Literal, NewType, TypeAlias

import numpy as np
from numpy.typing import NDArray

Matrix = Annotated[NDArray[np.float64], "n m"]
Number: TypeAlias = "int | float"
Mode = Literal["r", "w"]
Id = NewType("Id", int)


@functools.lru_cache(maxsize=None)
def cached(n: int) -> int:
    return n


@dataclass
class Scaled:
    size: int
    scale: InitVar[float] = 1.0

    def __post_init__(self, scale):
        self.scaled = self.size * scale
