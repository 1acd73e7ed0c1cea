"""Runs compiled cells beside the interpreter and tells where they differ."""

import builtins
import ctypes
import itertools
import math
import operator

import numpy as np
from kinds import TYPES, kind_of
from operands import scalars, values


class Failure:
    """What the interpreter raised, or that its result has no native form."""

    def __init__(self, error):
        self.error = error

    def __repr__(self):
        return repr(self.error)


def store(element):
    def apply(value):
        array = np.zeros(1, TYPES[element])
        array[0] = value
        return array[0]

    return apply


def dist(*coordinates):
    half = len(coordinates) // 2
    return math.dist(coordinates[:half], coordinates[half:])


def isclose(a, b, *tolerances):
    return math.isclose(a, b, **dict(zip(("rel_tol", "abs_tol"), tolerances)))


def where(condition, left, right):
    if isinstance(left, int) and isinstance(right, np.integer):
        right.dtype.type(left)  # NumPy wraps here, parc raises
    elif isinstance(right, int) and isinstance(left, np.integer):
        left.dtype.type(right)
    return np.where(condition, left, right)[()]


SPECIAL = {"math.dist": dist, "math.isclose": isclose, "np.where": where}


def callable_of(table, name):
    if table == "operator":
        return getattr(operator, name)
    if table == "convert":
        return TYPES[name]
    if table == "store":
        return store(name)
    if name in SPECIAL:
        return SPECIAL[name]
    module, _, function = name.rpartition(".")
    return getattr({"math": math, "np": np, "": builtins}[module], function)


def too_large(function, args):
    """Whether Python would compute an int of billions of digits."""
    if function in (math.factorial, math.comb, math.perm):
        n, k = int(args[0]), int(args[-1])
        return n >= k and (min(k, n - k) if function is math.comb else k) > 200
    if function not in (operator.pow, operator.lshift, pow) or len(args) != 2:
        return False
    least = 1 if function is operator.lshift else 2
    return all(type(arg) is int for arg in args) and args[1] > 5000 and abs(args[0]) >= least


def interpret(function, args):
    if too_large(function, args):
        return Failure("too large")
    try:
        result = function(*args)
    except Exception as error:
        return Failure(error)
    parts = result if isinstance(result, tuple) else (result,)
    for part in parts:
        if isinstance(part, int) and not -(2**63) <= part < 2**63:
            return Failure("beyond 64 bits")
    return result


def same_number(native, expected, ulps):
    if isinstance(expected, (complex, np.complexfloating)):
        if ulps and np.isfinite(expected) and np.isfinite(native):
            return abs(native - expected) <= ulps * np.spacing(abs(expected))
        return same_number(native.real, expected.real, ulps) and same_number(
            native.imag, expected.imag, ulps
        )
    if isinstance(expected, (float, np.floating)):
        if np.isnan(expected) or np.isnan(native):
            return bool(np.isnan(expected) and np.isnan(native))
        if ulps and np.isfinite(expected):
            return abs(native - expected) <= ulps * np.spacing(max(abs(native), abs(expected)))
        return native == expected and np.signbit(native) == np.signbit(expected)
    return native == expected


def operand_grid(kinds, paired):
    """All combinations of nasty values: columns for the native code, tuples for the interpreter."""
    arrays = [values(kind, len(kinds), paired) for kind in kinds]
    rows = list(itertools.product(*(range(len(array)) for array in arrays)))
    columns = [np.ascontiguousarray(array[[row[k] for row in rows]]) for k, array in enumerate(arrays)]
    lists = [scalars(kind, column) for kind, column in zip(kinds, columns)]
    return columns, list(zip(*lists))


class Grids:
    """Operands are the same for all cells of the same kinds."""

    def __init__(self, paired):
        self.paired = paired
        self.known = {}

    def __call__(self, kinds):
        key = tuple(kinds)
        if key not in self.known:
            self.known[key] = operand_grid(kinds, self.paired)
        return self.known[key]


def pointers(arrays):
    return (ctypes.c_void_p * len(arrays))(*(array.ctypes.data for array in arrays))


def run_native(library, index, columns, results):
    count = len(columns[0])
    dtypes = [{"int": np.int64, "bool": np.bool_}.get(kind, TYPES[kind]) for kind in results]
    outs = [np.zeros(count, dtype) for dtype in dtypes]
    failed = np.zeros(count, np.bool_)
    getattr(library, f"cell_{index}")(
        pointers(columns), ctypes.c_long(count), pointers(outs), ctypes.c_void_p(failed.ctypes.data)
    )
    return outs, failed


def describe(cell, args, expected, native):
    shown = ", ".join(map(repr, args))
    return f"{cell[1]} {cell[2]}({shown}) is {expected!r}, native {native}"


def differences(library, cell, grids, ulps=0, exempt=lambda cell, args: False):
    """At most three lines for a cell: index, table, name, results, arguments."""
    index, table, name = int(cell[0]), cell[1], cell[2]
    results, kinds = cell[3].split(","), cell[4].split(",")
    columns, rows = grids(kinds)
    outs, failed = run_native(library, index, columns, results)
    function = callable_of(table, name)
    found = []
    for row, args in enumerate(rows):
        expected = interpret(function, args)
        native = [out[row] for out in outs]
        if not isinstance(expected, (Failure, tuple)) and kind_of(expected) != cell[3]:
            if name == "pow" and kind_of(expected) in ("float", "complex"):
                expected = Failure("of another kind than the compiler took")
        if isinstance(expected, Failure):
            good = bool(failed[row])
        elif failed[row]:
            good = False
        else:
            parts = expected if isinstance(expected, tuple) else (expected,)
            good = all(
                kind_of(part) == kind and same_number(value, part, ulps)
                for kind, part, value in zip(results, parts, native)
            )
        if not good and not exempt(cell, args):
            state = "failed" if failed[row] else native
            found.append(describe(cell, args, expected, state))
            if len(found) == 3:
                break
    return found
