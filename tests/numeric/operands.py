"""Values at which arithmetic goes wrong, for each kind."""

import math

import numpy as np
from kinds import TYPES

# The first ones serve pairs of operands, all of them single ones.
PAIRED = 18
INTEGERS = [
    0, 1, -1, 2, -2, 7, -10, 63, 64, 127, -128, 255, 32767, -32768, 65535, 2**31 - 1, -(2**31), 2**32 - 1,
    3037000500, 2**53 + 1, 2**63 - 1, -(2**63), 2**63, 2**64 - 1, 3, -3,
    5, -7, 10, 62, 65, 100, 128, 256, -129, 1000, 65536, 2**31, 2**32, 2**53 - 1, 2**53, -(2**53) - 1, 2**62,
    2**62 + 2**38 + 1, -(2**62), 2**63 - 2, -(2**63) + 1, 2**63 + 1025, 2**64 - 2, 99, 12345678901234567,
]  # fmt: skip
FLOATS = [
    0.0, -0.0, 1.0, -1.0, 0.5, -0.5, 2.0, -2.5, 3.0, 0.1, 1 / 3, -7.0, 127.9, 3e9, 2.0**53, 2.0**63, -(2.0**63),
    5e-324, 1e300, -1.7976931348623157e308, math.inf, -math.inf, math.nan, 0.9999999999999999, 53.5, 1e-5,
    1.5, -2.0, 2.5, -3.0, -0.1, 7.0, 10.0, -53.5, 128.0, 255.5, -128.9, -129.0, 256.0, 1e5, -3e9, 1e10,
    2.0**53 + 2, 2.0**63 - 1024, 2.0**64, 1.8e19, 1e22, 1e30, -1e30, 710.0, -746.0, 1e-300, -5e-324,
    2.2250738585072014e-308, -1e300, 1.7976931348623157e308, math.pi, 1.0000000000000002, 2.675, 1e16,
    5e15 + 0.5, 16777217.0, 3.4e38, 1e-45, 171.6, -171.5, -0.25, 20.0, 144.25,
]  # fmt: skip
PARTS = [0.0, -0.0, 1.0, -1.0, 2.0, 0.5, -3.0, 1e200, 5e-324, math.inf, -math.inf, math.nan]
PAIRED_PARTS = [0.0, -0.0, 1.0, -2.5, math.inf, math.nan]


def values(kind, operands, paired=PAIRED):
    """The values of a kind as an array of its dtype; fewer for operations on several operands."""
    count = {1: None, 2: paired, 3: 8}[operands]
    if kind in ("bool", "np.bool"):
        return np.array([False, True])
    if "complex" in kind:
        parts = PARTS if operands == 1 else PAIRED_PARTS if paired == PAIRED else PAIRED_PARTS[1:5]
        return np.array([complex(re, im) for re in parts for im in parts], TYPES[kind])
    if "float" in kind:
        with np.errstate(all="ignore"):
            return np.array(FLOATS[:count], TYPES[kind])
    dtype = np.int64 if kind == "int" else TYPES[kind]
    limits = np.iinfo(dtype)
    fitting = [v for v in INTEGERS if limits.min <= v <= limits.max]
    return np.array(fitting[:count], dtype)


def scalars(kind, array):
    """The elements of an array as scalars of the kind."""
    if kind in ("bool", "int", "float", "complex"):
        return array.tolist()
    return list(array)
