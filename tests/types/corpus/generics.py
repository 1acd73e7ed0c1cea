from collections.abc import Sequence

type Pair[A, B] = tuple[A, B]
type Number = int | float


def first[T: (int, float), *Ts, **P](xs: Sequence[T], default: T | None = None) -> T:
    return xs[0]


class Stack[T](list[T]):
    def __init__(self) -> None:
        self.items: list[T] = []

    def push(self, item: T) -> None:
        self.items.append(item)
