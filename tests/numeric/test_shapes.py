"""The result kinds of every builtin for every kind of argument."""

import numpy as np
import pytest
from cells import callable_of
from kinds import TYPES, kind_of

# Refused although the interpreter takes them: NumPy's complex scalars where a real number is asked for
# (it drops the imaginary part with a warning), and functions of complex numbers.
REAL_PARTS = ("np.complex64", "np.complex128")


def kinds_of_result(name, kinds):
    args = [TYPES[kind](1) for kind in kinds]
    if name == "math.atanh":
        args = [TYPES[kind](0) for kind in kinds]
    if name == "math.log" and len(args) == 2:
        if kinds[1] in ("bool", "np.bool"):
            return "-" if "complex" in kinds[0] else "float"
        args = [TYPES[kind](3) for kind in kinds]
    if name == "np.clip":
        args = [args[0], TYPES[kinds[1]](0), args[2]]
    try:
        with np.errstate(all="ignore"):
            result = callable_of("builtin", name)(*args)
    except TypeError:
        return "-"
    parts = result if isinstance(result, tuple) else (result,)
    names = [kind_of(part) for part in parts]
    return ",".join(names) if all(kind in TYPES for kind in names) else "-"


def is_refused(name, kinds):
    complex_args = any("complex" in kind for kind in kinds)
    mixed = name in ("min", "max") and len(set(kinds)) > 1
    dist = name == "math.dist" and len(kinds) % 2
    return complex_args or mixed or dist


@pytest.mark.filterwarnings("ignore")
def test_every_shape(dump_cells):
    lines = [line.split() for line in dump_cells("shapes").splitlines()]
    assert len(lines) > 20000
    wrong = []
    for _, name, kinds, got in lines:
        kinds = kinds.split(",")
        expected = kinds_of_result(name, kinds)
        if got != expected and not (got == "-" and is_refused(name, kinds)):
            wrong.append(f"{name}({', '.join(kinds)}) is {expected}, here {got}")
    assert not wrong, f"{len(wrong)} differences\n" + "\n".join(wrong[:60])
