# Written by parc stub from exports.py.
from math import pi

__all__ = [
    "area",
    "pi",
]
__all__ += ["twice"]
__all__.append("half")

def area(r: float) -> float: ...
def twice(r: float) -> float: ...
def half(r: float) -> float: ...
def hidden() -> None: ...
