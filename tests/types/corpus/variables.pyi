# Written by parc stub from variables.py.
from _typeshed import Incomplete
import math
import sys
from collections import deque
from collections.abc import Callable
from math import inf as inf, pi as pi
from stat import *
from typing import TYPE_CHECKING, Final, Optional, TypeVar, Union

if sys.version_info >= (3, 11):
    from typing import TypeAlias
else:
    from typing_extensions import TypeAlias

if TYPE_CHECKING:
    from decimal import Decimal

__version__: str
N: int
RATE: float
NEGATIVE: int
MIXED: float
NAME: str
RAW: bytes
FLAG: bool
NOTHING: Incomplete | None
BOTH: tuple[int, str]
a: int
b: str
SIZES: list[int]
WIDE: list[float]
ODD: list[Incomplete]
NONE_YET: list[Incomplete]
TABLE: dict[str, int]
PAIR: tuple[int, str, None]
SET: set[int]
HALF_PI: Incomplete
TAU = math.tau
root = math.sqrt
HOME: Incomplete
SQUARES: list[Incomplete]
START: Incomplete
TEXT: str
FIRST: Incomplete
x: int
y: int
Array = deque[float]
Number: TypeAlias = int
Maybe = int | None
Old = Optional[Union[int, str]]
Function = Callable[[float], float]
T = TypeVar(
    "T",
    bound=float,
)
STEPS: Final = 100
LIST: Final[list[int]]
TYPED: Final[int]
SPEED: float
LATER: "Decimal | None"
HAVE_FAST: bool

def separator() -> str: ...

LAST: Incomplete
DONE: bool
_handle: Incomplete
SEEN: Incomplete

if sys.platform == "linux":
    LINE_END: str
else:
    LINE_END: str
