"""A canonical text form of what a program returns, and the comparison of two such forms.

Everything that `language.md` promises is visible in it: Python and NumPy types, tuples and lists,
dtype, shape and every bit of a number. NaNs are equal whatever their sign and payload; -0.0 is not 0.0.
"""
import base64
import math
import struct

import numpy as np


def encode(value):
    """`value` as nested lists of strings and integers, fit for JSON."""
    if value is None or isinstance(value, (bool, str)):
        return [type(value).__name__, value]
    if isinstance(value, np.generic):
        return ["np." + value.dtype.name, _bits(np.asarray(value))]
    if isinstance(value, int):
        return ["int", str(value)]
    if isinstance(value, (float, complex)):
        return [type(value).__name__, _bits(np.asarray(value))]
    if isinstance(value, np.ndarray):
        return ["array", value.dtype.str, list(value.shape), _bits(value)]
    if isinstance(value, (tuple, list)):
        return [type(value).__name__, [encode(item) for item in value]]
    if isinstance(value, dict):
        return ["dict", [[encode(key), encode(item)] for key, item in value.items()]]
    raise TypeError(f"a program returned a {type(value).__name__}, which has no canonical form")


def _bits(array):
    data = np.array(array, order="C")
    if data.dtype.kind in "fc":
        parts = data.reshape(-1).view(data.real.dtype)
        parts[np.isnan(parts)] = np.nan
    return base64.b64encode(data.tobytes()).decode("ascii")


def _dtype(code):
    if code[0] == "array":
        return np.dtype(code[1])
    names = {"float": "float64", "complex": "complex128"}
    return np.dtype(names.get(code[0], code[0].removeprefix("np.")))


def _numbers(code):
    return np.frombuffer(base64.b64decode(code[-1]), _dtype(code))


def _is_numeric(code):
    return code[0] in ("float", "complex", "array") or code[0].startswith("np.")


def show(code, limit=160):
    """The encoded value, readable."""
    if code[0] in ("tuple", "list"):
        text = f"{code[0]}({', '.join(show(item) for item in code[1])})"
    elif code[0] == "array":
        text = f"array {code[1]} {code[2]} {_numbers(code)[:6].tolist()}"
    elif _is_numeric(code):
        text = f"{code[0]}({_numbers(code)[0].item()!r})"
    elif code[0] == "dict":
        text = "dict({})".format(", ".join(f"{show(k)}: {show(v)}" for k, v in code[1]))
    else:
        text = f"{code[0]}({code[1]!r})" if code[0] == "str" else f"{code[0]}({code[1]})"
    return text if len(text) <= limit else text[: limit - 3] + "..."


def same_bits(x, y):
    return x.tobytes() == y.tobytes()


def within_ulps(count):
    """Floats of the same dtype at most `count` units in the last place apart; other numbers the same."""

    def close(x, y):
        if x.dtype.kind == "c":
            x, y = x.view(x.real.dtype), y.view(y.real.dtype)
        if x.dtype.kind != "f":
            return same_bits(x, y)
        with np.errstate(all="ignore"):
            gap = np.abs(x - y) <= count * np.maximum(np.spacing(np.abs(x)), np.spacing(np.abs(y)))
        near = (x == y) | (gap & np.isfinite(x) & np.isfinite(y))
        return bool(np.all((near & (np.signbit(x) == np.signbit(y))) | (np.isnan(x) & np.isnan(y))))

    return close


def within_relative(tolerance):
    """Floats within `tolerance` of each other, relatively; other numbers the same."""

    def close(x, y):
        if x.dtype.kind not in "fc":
            return same_bits(x, y)
        return bool(np.allclose(x, y, rtol=tolerance, atol=tolerance * 1e-3, equal_nan=True))

    return close


def difference(want, got, close=same_bits, path="result"):
    """None when the two encoded values agree, else one line that says where they part and how."""
    if want[0] != got[0]:
        return f"{path}: expected {show(want)}, got {show(got)}"
    if want[0] in ("tuple", "list"):
        if len(want[1]) != len(got[1]):
            return f"{path}: expected {len(want[1])} items, got {len(got[1])}: {show(want)} / {show(got)}"
        for index, (one, other) in enumerate(zip(want[1], got[1])):
            found = difference(one, other, close, f"{path}[{index}]")
            if found:
                return found
        return None
    if not _is_numeric(want):
        return None if want == got else f"{path}: expected {show(want)}, got {show(got)}"
    if want[:-1] != got[:-1]:
        return f"{path}: expected {show(want)}, got {show(got)}"
    return None if close(_numbers(want), _numbers(got)) else _first_element(want, got, close, path)


def _first_element(want, got, close, path):
    x, y = _numbers(want), _numbers(got)
    wrong = [k for k in range(len(x)) if not close(x[k : k + 1], y[k : k + 1])]
    at = f"{path}{list(map(int, np.unravel_index(wrong[0], want[2])))}" if want[0] == "array" else path
    return f"{at}: expected {_exact(x[wrong[0]])}, got {_exact(y[wrong[0]])} ({len(wrong)} of {len(x)} differ)"


def _exact(number):
    value = number.item()
    if isinstance(value, float) and not math.isnan(value):
        return f"{value!r} ({struct.pack('>d', value).hex()})"
    return repr(value)
