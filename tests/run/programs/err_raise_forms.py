#: compare: exact
"""raise of many built-in exceptions, with and without a message, formatted numbers in the text."""
from lib_errors import caught

from parc import par


def fail(which: int, at: int, x: float, n: int) -> int:
    count = 0
    for i in par(range(n)):
        if i == at:
            if which == 0:
                raise ValueError
            if which == 1:
                raise ValueError("plain text")
            if which == 2:
                raise TypeError(f"number {i}, float {x}, sum {i + x:.3f}")
            if which == 3:
                raise KeyError(f"key {x!r}")
            if which == 4:
                raise IndexError(f"{i:5d}|{x:8.2f}|{-i:x}|{x:e}")
            if which == 5:
                raise StopIteration()
            if which == 6:
                raise ArithmeticError(f"{i > 3} {i // 7 * 2}")
            if which == 7:
                raise NotImplementedError("é ü → ∞")
            if which == 8:
                raise AssertionError(f"{{braces}} {i}%")
            if which == 9:
                raise LookupError("")
            raise MemoryError(f"no {i!s} {x:g}")
        count += 1
    return count


def main():
    return [caught(fail, w, 1234, x, 3000) for w in range(11) for x in (0.1, -2.5e300)], fail(0, -1, 0.0, 10)
