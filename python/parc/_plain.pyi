from collections.abc import Callable, Iterable, Iterator
from typing import Any, Literal, TypeAlias, TypeVar

import numpy as np

_T = TypeVar("_T")
_A = TypeVar("_A")

class SerialWarning(RuntimeWarning): ...

OPTIONS: tuple[str, ...]

def check_option(name: str, value: object) -> None: ...

class _Progress:
    def __init__(self, total: int | None, function: str, file: str, line: int) -> None: ...
    def show(self, done: int) -> None: ...
    def close(self, done: int) -> None: ...

class _Par:
    def __call__(
        self,
        items: Iterable[_T],
        /,
        *,
        schedule: Literal["static", "dynamic", "guided"] = ...,
        chunk: int = ...,
        threads: int = ...,
        check: Literal["prove", "trust"] = ...,
        reduce: Literal["exact", "fast"] = ...,
        progress: bool = ...,
    ) -> Iterator[_T]: ...
    def reduction(self, identity: _A, combine: Callable[[_A, _A], _A]) -> _A: ...
    def __enter__(self) -> None: ...
    def __exit__(self, *exception: object) -> None: ...

par: _Par

def jit(function: Callable[..., Any] | None = None, /, **options: object) -> Callable[..., Any]: ...

# As scalars; a parameter of that type takes the Python number, too.
bool_: TypeAlias = bool | np.bool
i8: TypeAlias = int | np.int8
i16: TypeAlias = int | np.int16
i32: TypeAlias = int | np.int32
i64: TypeAlias = int | np.int64
u8: TypeAlias = int | np.uint8
u16: TypeAlias = int | np.uint16
u32: TypeAlias = int | np.uint32
u64: TypeAlias = int | np.uint64
f32: TypeAlias = float | np.float32
f64: TypeAlias = float | np.float64
c64: TypeAlias = complex | np.complex64
c128: TypeAlias = complex | np.complex128
