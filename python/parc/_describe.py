"""Types of live values, as the compiler names them (the descriptors of runtime/kernel/abi.h)."""

import re
import sys

# Stands in a descriptor for a type that the value leaves open.
ANY = "?"

_SCALARS = {bool: "bool", int: "int", float: "float", complex: "complex"}
ELEMENTS = frozenset(
    "bool int8 int16 int32 int64 uint8 uint16 uint32 uint64 float32 float64 complex64 complex128".split()
)
_MOST_AXES = 8


class UnsupportedType(TypeError):
    """A value of a type that native code does not take. `what` says which."""

    __module__ = "parc"

    def __init__(self, what):
        super().__init__(what)
        self.what = what


def describe(value):
    """The descriptor of a value's type: "int", "np.float64[2]", "list[float]". Raises UnsupportedType.

    An empty list has items of type ANY.
    """
    kind = type(value)
    if kind in _SCALARS:
        return _SCALARS[kind]
    if kind is list:
        return f"list[{_describe_items(value)}]"
    if kind is tuple:
        return f"({','.join(map(describe, value))})"
    numpy = sys.modules.get("numpy")
    if numpy is not None:
        if kind is numpy.ndarray or kind is numpy.memmap:
            return _describe_array(value)
        if issubclass(kind, numpy.generic) and kind.__module__ == "numpy" and value.dtype.name in ELEMENTS:
            return "np." + value.dtype.name
    hint = "; pass its .to_numpy()" if hasattr(kind, "to_numpy") else ""
    raise UnsupportedType(f"{_article(kind.__name__)}, which native code does not take{hint}")


def settled(descriptors, others=()):
    """The descriptors with open types as one of `others`, lists of descriptors, has them; else as "float"."""
    if not any(ANY in each for each in descriptors):
        return descriptors
    for other in others:
        if len(other) == len(descriptors) and all(map(_fits, descriptors, other)):
            return other
    return tuple(each.replace(ANY, "float") for each in descriptors)


def _fits(descriptor, other):
    return bool(re.fullmatch(re.escape(descriptor).replace(re.escape(ANY), ".+"), other))


def _describe_array(array):
    name = array.dtype.name
    if name not in ELEMENTS:
        raise UnsupportedType(f"an array of {name}, which native code does not take")
    if not array.dtype.isnative:
        raise UnsupportedType(f"an array of {name} in foreign byte order: use .astype({name!r})")
    if array.ndim > _MOST_AXES:
        raise UnsupportedType(f"an array of {array.ndim} axes; at most {_MOST_AXES} are supported")
    return f"np.{name}[{array.ndim}]"


def _describe_items(items):
    """The common type of a list's items."""
    if not items:
        return ANY
    kinds = set(map(type, items))
    if len(kinds) > 1:
        names = " and ".join(sorted(kind.__name__ for kind in kinds))
        raise UnsupportedType(f"a list of {names}; its items need one type")
    kind = kinds.pop()
    if kind in _SCALARS:
        return _SCALARS[kind]
    if kind is not list:
        raise UnsupportedType(f"a list of {kind.__name__}, which native code does not take")
    found = set(map(_describe_items, filter(None, items))) or {ANY}
    if len(found) > 1:
        raise UnsupportedType(f"a list of lists of {' and '.join(sorted(found))}; their items need one type")
    return f"list[{found.pop()}]"


def _article(name):
    return f"{'an' if name[:1].lower() in 'aeiou' else 'a'} {name}"


def type_key(value):
    """What tells the types of two values apart, faster to get than their descriptors."""
    kind = type(value)
    if kind is list or kind is tuple:
        try:
            return describe(value)
        except UnsupportedType:
            return kind
    dtype = getattr(value, "dtype", None)
    return kind if dtype is None else (kind, dtype, getattr(value, "ndim", 0))
