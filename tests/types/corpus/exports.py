from math import pi, sqrt as root
from os.path import join

__all__ = [
    "area",
    "pi",
]
__all__ += ["twice"]
__all__.append("half")


def area(r: float) -> float:
    return pi * root(r) * len(join("", ""))


def twice(r: float) -> float:
    return 2 * r


def half(r: float) -> float:
    return r / 2


def hidden() -> None: ...
