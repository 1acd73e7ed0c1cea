"""The scalar kinds of parc as the interpreter's types."""

import numpy as np

TYPES = {
    "bool": bool, "int": int, "float": float, "complex": complex, "np.bool": np.bool_,
    "np.int8": np.int8, "np.int16": np.int16, "np.int32": np.int32, "np.int64": np.int64,
    "np.uint8": np.uint8, "np.uint16": np.uint16, "np.uint32": np.uint32, "np.uint64": np.uint64,
    "np.float32": np.float32, "np.float64": np.float64,
    "np.complex64": np.complex64, "np.complex128": np.complex128,
}  # fmt: skip
NAMES = {kind: name for name, kind in TYPES.items()}


def kind_of(value):
    """Name of a value's kind, or its type's when it is none."""
    return NAMES.get(type(value), str(type(value)))
