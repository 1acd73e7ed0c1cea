import math
import os
import sys
from collections import deque
from collections.abc import Callable
from math import inf, pi
from stat import *
from typing import TYPE_CHECKING, Final, Optional, TypeVar, Union

if sys.version_info >= (3, 11):
    from typing import TypeAlias
else:
    from typing_extensions import TypeAlias

if TYPE_CHECKING:
    from decimal import Decimal
    from fractions import Fraction

__version__ = "1.0"
N = 10
RATE = 0.5
NEGATIVE = -1
MIXED = 2 * 3 + 0.5
NAME = "heat" + ".txt"
RAW = b"x"
FLAG = not N
NOTHING = None
BOTH = a, b = 1, "two"
SIZES = [1, 2, 3]
WIDE = [1, 2.5]
ODD = [1, "x"]
NONE_YET = []
TABLE = {"a": 1, "b": 2}
PAIR = (1, "x", None)
SET = {1, 2}
HALF_PI = pi / 2
TAU = math.tau
root = math.sqrt
HOME = os.environ.get("HOME")
SQUARES = [i * i for i in range(3)]
START = deque([1])
TEXT = f"{N} steps"
FIRST = SIZES[0]
x = y = 0

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
LIST: Final = [1]
TYPED: Final[int] = N
SPEED: float = RATE * 2
LATER: "Decimal | None" = None


try:
    import fast_math
    HAVE_FAST = True
except ImportError:
    HAVE_FAST = False

if os.name == "posix":
    def separator() -> str:
        return "/"
else:
    def separator() -> str:
        return "\\"

for _i in range(3):
    LAST = _i
else:
    DONE = True
del _i

with open(os.devnull) as _handle:
    SEEN = _handle.read()

N += 1
SIZES.append(4)

if sys.platform == "linux":
    LINE_END = "\n"
elif os.name == "nt":
    LINE_END = "\r\n"
else:
    LINE_END = "\n"
del sys

if __name__ == "__main__":
    RUNNING = True
    print(Fraction)
