"""Types of live values, as the compiler names them (the descriptors of runtime/kernel/abi.h)."""

import sys

_SCALARS = {bool: "bool", int: "int", float: "float", complex: "complex"}
_ELEMENTS = frozenset(
    "bool int8 int16 int32 int64 uint8 uint16 uint32 uint64 float32 float64 complex64 complex128".split()
)
_MOST_AXES = 8


class Undescribed(TypeError):
    """A value of a type that native code does not take. `what` says which."""

    def __init__(self, what):
        super().__init__(what)
        self.what = what


def describe(value):
    """The descriptor of a value's type: "int", "np.float64[2]", "list[float]". Raises Undescribed."""
    kind = type(value)
    if kind in _SCALARS:
        return _SCALARS[kind]
    if value is None:
        return "None"
    if kind is list:
        return f"list[{_describe_items(value)}]"
    if kind is tuple:
        return f"({','.join(map(describe, value))})"
    numpy = sys.modules.get("numpy")
    if numpy is not None:
        if kind is numpy.ndarray or kind is numpy.memmap:
            return _describe_array(value)
        if issubclass(kind, numpy.generic) and kind.__module__ == "numpy" and value.dtype.name in _ELEMENTS:
            return "np." + value.dtype.name
    raise Undescribed(f"{_article(kind.__name__)}, which native code does not take")


def _describe_array(array):
    name = array.dtype.name
    if name not in _ELEMENTS:
        raise Undescribed(f"an array of {name}, which native code does not take")
    if not array.dtype.isnative:
        raise Undescribed(f"an array of {name} in foreign byte order: use .astype({name!r})")
    if array.ndim > _MOST_AXES:
        raise Undescribed(f"an array of {array.ndim} axes; at most {_MOST_AXES} are supported")
    return f"np.{name}[{array.ndim}]"


def _describe_items(items):
    """The common type of a list's items; of an empty list, "float"."""
    if not items:
        return "float"
    kinds = set(map(type, items))
    simple = len(kinds) == 1 and next(iter(kinds)) in _SCALARS
    found = {describe(items[0])} if simple else set(map(describe, items))
    if len(found) > 1:
        raise Undescribed(f"a list of {' and '.join(sorted(found))}; its items need one type")
    return found.pop()


def _article(name):
    return f"{'an' if name[:1].lower() in 'aeiou' else 'a'} {name}"


def type_key(value):
    """What tells the types of two values apart, faster to get than their descriptors."""
    kind = type(value)
    if kind is list or kind is tuple:
        return describe(value)
    dtype = getattr(value, "dtype", None)
    return kind if dtype is None else (kind, dtype, getattr(value, "ndim", 0))
