# Written by parc stub from generics.py.
from collections.abc import Sequence

type Pair[A, B] = tuple[A, B]
type Number = int | float

def first[T: (int, float), *Ts, **P](xs: Sequence[T], default: T | None = None) -> T: ...

class Stack[T](list[T]):
    items: list[T]
    def __init__(self) -> None: ...
    def push(self, item: T) -> None: ...
