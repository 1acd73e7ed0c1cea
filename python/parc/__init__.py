"""parc compiles annotated Python loops to native parallel code.

In plain Python this package gives `par`, which changes nothing, and the names of types for annotations. `parc.jit`
compiles functions while a program runs; the compiler for files is the command `parc` (`python -m parc`).
"""

from typing import TYPE_CHECKING

from parc._plain import (
    SerialWarning,
    _Progress,  # noqa: F401  for native code
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

if TYPE_CHECKING:
    from parc._describe import UnsupportedType as UnsupportedType
    from parc._errors import CompileError as CompileError
    from parc._errors import CompileWarning as CompileWarning
    from parc._errors import RecompileWarning as RecompileWarning
    from parc._jit import JitFunction as JitFunction
    from parc._jit import jit as jit

# Loaded at their first use: they bring the compiler, which programs that are compiled do without.
_LAZY = {
    "jit": "parc._jit",
    "JitFunction": "parc._jit",
    "CompileError": "parc._errors",
    "CompileWarning": "parc._errors",
    "RecompileWarning": "parc._errors",
    "UnsupportedType": "parc._describe",
}


def __getattr__(name):
    if name in _LAZY:
        import importlib

        value = globals()[name] = getattr(importlib.import_module(_LAZY[name]), name)
        return value
    if name == "load_ipython_extension":
        from parc._magic import load_ipython_extension

        return load_ipython_extension
    raise AttributeError(f"module 'parc' has no attribute {name!r}")


def __dir__():
    return sorted([*globals(), *_LAZY])

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
