from abc import ABC, abstractmethod
from dataclasses import InitVar, dataclass, field
from enum import Enum, IntEnum, auto
from functools import cached_property
from typing import ClassVar, Generic, NamedTuple, Protocol, TypedDict, TypeVar

T = TypeVar("T")


class Empty:
    """Nothing."""


class Point(NamedTuple):
    x: float
    y: float = 0.0

    def norm(self) -> float:
        return abs(self.x) + abs(self.y)


@dataclass(frozen=True)
class Grid:
    rows: int
    scale: InitVar[float]
    columns: int = 3
    names: list[str] = field(default_factory=list)
    area: int = field(init=False, default=0)
    count: ClassVar[int] = 0

    def __post_init__(self, scale):
        object.__setattr__(self, "area", self.rows * self.columns)


class Colour(Enum):
    RED = 1
    GREEN = (0, 1)
    BLUE = auto()
    CRIMSON = RED

    @property
    def is_red(self) -> bool:
        return self is Colour.RED


class Named(Enum):
    @property
    def label(self) -> str:
        return self.name.lower()


class Side(Named):
    LEFT = "l"
    RIGHT = sum([1])


class Level(IntEnum):
    LOW, HIGH = 1, 2


class Options(TypedDict, total=False):
    name: str


class Sized(Protocol):
    size: int

    def grow(self, by: int = 1) -> None: ...


class Base(ABC, Generic[T]):
    limit = 3
    table: dict[str, int] = {"a": 1}
    __slots__ = ("item", "_seen", "deep", "last", "first", "left", "right")

    def __init__(self, item: T, last: int = 3):
        self.item = item
        self._seen: list[T] = []
        self.last = last
        self.first, self.left = 1, None
        if last:
            self.deep = [1.0, 2]
        [self.right] = [item]
        item.x = 3

    @property
    def size(self) -> int:
        return 1

    @size.setter
    def size(self, value: int) -> None:
        self.last = value

    @staticmethod
    def make(a, b=2):
        return a

    @classmethod
    def of(cls, item: T) -> "Base[T]":
        cls.made = item
        return cls(item)

    @abstractmethod
    def run(self) -> None: ...

    def __add__(self, other: int) -> int:
        return other

    __radd__ = __add__

    class Inner:
        depth: int

        def __init__(self):
            self.depth = 1
            self.name = "inner"


class Cached:
    @cached_property
    def value(self) -> int:
        return 1

    half = property(lambda self: 2)
    __hash__ = None

    def __eq__(self, other):
        return True


class Meta(type):
    pass


LIMIT = 3


class WithMeta(metaclass=Meta):
    x = 1
    LIMIT = LIMIT
