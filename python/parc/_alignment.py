"""Arrays in memory that is not aligned to their elements, as those that came over a network may be."""

import numpy as np


def _is_unaligned(value):
    return isinstance(value, np.ndarray) and not value.flags.aligned


def has_unaligned(values):
    """Whether native code, which takes none, would refuse one of the values for that."""
    return any(map(_is_unaligned, values))


def call_with_copies(native, arguments, keywords):
    """Calls with aligned copies in the places of unaligned arrays, and copies back what the call may have changed.

    Arrays that share memory with an unaligned one are left as they are: the call says what is wrong.
    """
    arrays = {id(each): each for each in (*arguments, *keywords.values()) if isinstance(each, np.ndarray)}
    copies = {key: _copy(array) for key, array in arrays.items() if _is_unaligned(array) and not _is_shared(array, arrays)}
    positional = [copies.get(id(each), each) for each in arguments]
    named = {name: copies.get(id(each), each) for name, each in keywords.items()}
    try:
        return _original(native(*positional, **named), {id(copy): arrays[key] for key, copy in copies.items()})
    finally:
        for key, copy in copies.items():
            if arrays[key].flags.writeable:
                arrays[key][...] = copy


def _copy(array):
    copy = array.copy()
    copy.flags.writeable = array.flags.writeable
    return copy


def _original(result, originals):
    """The result with arguments in the places of their copies. Raises ValueError for a view of a copy."""
    if isinstance(result, tuple):
        return tuple(_original(each, originals) for each in result)
    if id(result) in originals:
        return originals[id(result)]
    if isinstance(result, np.ndarray) and id(result.base) in originals:
        raise ValueError("the function returns a view of an array that is not aligned; pass an aligned copy")
    return result


def _is_shared(array, arrays):
    return any(other is not array and np.may_share_memory(other, array) for other in arrays.values())
