"""Functions of all kinds."""
from __future__ import annotations

import functools
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import contextmanager
from typing import Any, overload

LIMIT = 10


def bare(a, b=1, *rest, c, d=None, **more):
    return a


def kinds(a: int, /, b: int = -1, *, c: str = "x", d: tuple[int, ...] = (1, 2), e: float = 1e-3) -> None:
    """Not in the stub."""


def positional(a, b, /): ...
def starred(*args: int, **kw: Any) -> None: print(args, kw)


def long_default(text: str = "a default that is much too long to be repeated in a stub, which nobody reads") -> str:
    return text


def computed(limit: int = LIMIT, f: Callable[[int], int] = lambda x: x) -> int:
    return f(limit)


def several_lines(
    a: int  # the first
    | None,
    b: (
        dict[str,
             int]
    ) = {},
) -> (int
      | None):
    return None


def quoted(a: "Callable[[int], int]") -> "list[int]":
    return [a(1)]


async def wait(n: int) -> int:
    return n


async def count(n: int) -> AsyncIterator[int]:
    for i in range(n):
        yield i


def numbers() -> Iterator[int]:
    yield 1


@contextmanager
def opened(name: str) -> Iterator[int]:
    yield 3


@overload
def twice(x: int) -> int: ...
@overload
def twice(x: str) -> str: ...
def twice(x):
    return x + x


@functools.singledispatch
def show(x: object) -> str:
    return "object"


@show.register
def _(x: int) -> str:
    return "int"


def _private(x: int) -> int:
    class Inner:
        pass

    return x
