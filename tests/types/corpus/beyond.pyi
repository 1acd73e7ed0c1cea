# Written by parc stub from beyond.py.
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
def cached(n: int) -> int: ...

@dataclass
class Scaled:
    size: int
    scale: InitVar[float] = ...
    def __post_init__(self, scale): ...
