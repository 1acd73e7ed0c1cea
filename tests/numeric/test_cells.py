"""The value of every operation on every pair of kinds against CPython and NumPy, at nasty operands."""

import ctypes

import numpy as np
import pytest
from cells import Grids, differences
from operands import PAIRED

# Within NumPy's own promise; everything else has the interpreter's bits.
ELEMENTARY = set(
    "sqrt exp log log2 log10 log1p expm1 exp2 cbrt sin cos tan arcsin asin arccos acos arctan atan sinh cosh "
    "tanh arcsinh asinh arccosh acosh arctanh atanh arctan2 atan2 hypot power pow float_power logaddexp "
    "logaddexp2 angle deg2rad rad2deg degrees radians abs absolute".split()
)


def is_power_of_arrays(cell):
    """A float and a NumPy integer: NumPy hands them to the loop of its arrays, whose bits are the CPU's."""
    kinds = cell[4].split(",")
    return cell[2] == "pow" and any("int" in kind and kind != "int" for kind in kinds)


def ulps_of(cell):
    table, name = cell[1], cell[2]
    if is_power_of_arrays(cell):
        return 4
    return 4 if table == "builtin" and name.removeprefix("np.") in ELEMENTARY and "np." in name else 0


def unspecified(cell, args):
    """Results that NumPy leaves open."""
    if cell[1] in ("store", "convert"):
        # A NaN or an infinity as an integer, by a C cast.
        value = args[0]
        return isinstance(value, np.floating) and not np.isfinite(value) and "uint" in cell[2]
    if cell[2] == "math.isqrt":
        return args[0] >= 2**63  # an np.uint64 that no int of parc holds
    # The sign of a zero at a tie.
    if cell[2] in ("np.maximum", "np.minimum", "np.fmax", "np.fmin", "np.clip"):
        return all(abs(value) == 0 for value in args if not isinstance(value, complex))
    return False


@pytest.mark.timeout(1200)
@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize(
    "table", ["binary", "compare", "unary", "conversions", "builtins1", "builtins2", "builtins3"]
)
def test_every_cell(table, cell_library):
    path, cells = cell_library(table)
    library = ctypes.CDLL(str(path))
    assert len(cells) > 40
    grids = Grids(paired=12 if table == "builtins2" else PAIRED)
    wrong = []
    with np.errstate(all="ignore"):
        for cell in cells:
            wrong += differences(library, cell, grids, ulps_of(cell), unspecified)
    assert not wrong, f"{len(wrong)} differences\n" + "\n".join(wrong[:60])
