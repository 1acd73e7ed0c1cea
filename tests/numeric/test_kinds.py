"""Every cell of the kind tables against CPython and NumPy."""

import operator

import numpy as np
import pytest
from kinds import NAMES, TYPES, kind_of

PYTHON = ("bool", "int", "float", "complex")


def kind_of_result(function, *kinds):
    try:
        with np.errstate(all="ignore"):
            return kind_of(function(*(TYPES[kind](1) for kind in kinds)))
    except TypeError:
        return "-"


def promoted(left, right):
    if left in PYTHON and right in PYTHON:
        return max(left, right, key=PYTHON.index)
    values = [TYPES[kind](1) if kind in PYTHON else TYPES[kind] for kind in (left, right)]
    return NAMES[np.result_type(*values).type]


def samples(kind):
    """Values of a kind that tell whether another holds them all: its limits and their neighbours."""
    if kind in ("bool", "np.bool"):
        return [False, True]
    if "float" in kind or "complex" in kind:
        single = kind in ("np.float32", "np.complex64")
        last = 1 + 2.0 ** (-23 if single else -52)
        values = [last, 2.0 ** (127 if single else 1023)]
        return [complex(v, 1) for v in values] if "complex" in kind else values
    if kind == "int":
        kind = "np.int64"
    limits = np.iinfo(TYPES[kind])
    return [int(limits.min), int(limits.max), int(limits.max) - 1]


def holds(to, value):
    if isinstance(value, complex):
        if "complex" not in to:
            return False
        part = "np.float32" if to == "np.complex64" else "float"
        return holds(part, value.real) and holds(part, value.imag)
    if "complex" in to:
        to = "np.float32" if to == "np.complex64" else "float"
    if to in ("bool", "np.bool"):
        return isinstance(value, bool)
    if "float" in to:
        with np.errstate(all="ignore"):
            return float(TYPES[to](value)) == value
    if isinstance(value, float):
        return False
    limits = np.iinfo(np.int64 if to == "int" else TYPES[to])
    return int(limits.min) <= value <= int(limits.max)


def expected(table, op, left, right):
    if table == "unary":
        return kind_of_result(getattr(operator, op), left)
    if table == "promote":
        return promoted(left, right)
    if table == "holds":
        return "yes" if all(holds(left, value) for value in samples(right)) else "no"
    return kind_of_result(getattr(operator, op), left, right)


@pytest.mark.filterwarnings("ignore")
def test_every_cell(kind_table):
    cells = [line.split() for line in kind_table]
    assert len(cells) == 17 * 17 * 20 + 17 * 3
    wrong = [cell for cell in cells if expected(*cell[:4]) != cell[4]]
    assert wrong == []
