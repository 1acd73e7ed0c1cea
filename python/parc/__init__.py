"""parc compiles annotated Python loops to native parallel code.

In plain Python this package gives `par`, which changes nothing, and the names of types for annotations. The
compiler is the command `parc` (`python -m parc`).
"""

from parc._plain import (
    SerialWarning,
    bool_,
    c64,
    c128,
    f32,
    f64,
    i8,
    i16,
    i32,
    i64,
    par,
    u8,
    u16,
    u32,
    u64,
)

__version__ = "0.1.0"

__all__ = [
    "SerialWarning",
    "bool_",
    "c64",
    "c128",
    "f32",
    "f64",
    "i8",
    "i16",
    "i32",
    "i64",
    "par",
    "u8",
    "u16",
    "u32",
    "u64",
]

for _name in __all__:
    if _name != "par":
        globals()[_name].__module__ = "parc"
type(par).__module__ = "parc"
del _name
