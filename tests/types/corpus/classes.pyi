# Written by parc stub from classes.py.
from _typeshed import Incomplete
from abc import ABC, abstractmethod
from dataclasses import InitVar, dataclass, field
from enum import Enum, IntEnum, auto as auto
from functools import cached_property
from typing import ClassVar, Generic, NamedTuple, Protocol, TypedDict, TypeVar

T = TypeVar("T")

class Empty: ...

class Point(NamedTuple):
    x: float
    y: float = ...
    def norm(self) -> float: ...

@dataclass(frozen=True)
class Grid:
    rows: int
    scale: InitVar[float]
    columns: int = ...
    names: list[str] = field(default_factory=list)
    area: int = field(init=False, default=0)
    count: ClassVar[int] = ...
    def __post_init__(self, scale): ...

class Colour(Enum):
    RED = 1
    GREEN = (0, 1)
    BLUE = ...
    CRIMSON = RED
    @property
    def is_red(self) -> bool: ...

class Named(Enum):  # type: ignore[misc]
    @property
    def label(self) -> str: ...

class Side(Named):
    LEFT = "l"
    RIGHT = ...

class Level(IntEnum):
    LOW = 1
    HIGH = 2

class Options(TypedDict, total=False):
    name: str

class Sized(Protocol):
    size: int
    def grow(self, by: int = 1) -> None: ...

class Base(ABC, Generic[T]):
    item: T
    _seen: list[T]
    last: int
    first: int
    left: Incomplete | None
    deep: list[float]
    right: Incomplete
    limit: int
    table: dict[str, int] = ...
    __slots__ = ("item", "_seen", "deep", "last", "first", "left", "right")
    def __init__(self, item: T, last: int = 3): ...
    @property
    def size(self) -> int: ...
    @size.setter
    def size(self, value: int) -> None: ...
    @staticmethod
    def make(a, b=2): ...
    @classmethod
    def of(cls, item: T) -> "Base[T]": ...
    @abstractmethod
    def run(self) -> None: ...
    def __add__(self, other: int) -> int: ...
    __radd__ = __add__
    class Inner:
        name: str
        depth: int
        def __init__(self): ...

class Cached:
    @cached_property
    def value(self) -> int: ...
    @property
    def half(self): ...
    def __eq__(self, other): ...

class Meta(type): ...

LIMIT: int

class WithMeta(metaclass=Meta):
    x: int
    LIMIT: Incomplete
