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
    copies = {key: array.copy() for key, array in arrays.items() if _is_unaligned(array) and not _is_shared(array, arrays)}
    positional = [copies.get(id(each), each) for each in arguments]
    named = {name: copies.get(id(each), each) for name, each in keywords.items()}
    try:
        return native(*positional, **named)
    finally:
        for key, copy in copies.items():
            if arrays[key].flags.writeable:
                arrays[key][...] = copy


def _is_shared(array, arrays):
    return any(other is not array and np.may_share_memory(other, array) for other in arrays.values())
