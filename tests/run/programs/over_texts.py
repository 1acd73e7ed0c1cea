#: compare: expected
"""The texts of errors that only native code has: they name the operation."""
from parc import par

EXPECTED = [
    "2 ** -1 is no int: write float(base) ** exponent for a float",
    "0.0 cannot be raised to a negative power",
    "3 ** 40 does not fit a 64-bit int",
    "1 << 63 does not fit a 64-bit int",
    "-9223372036854775808 // -1 does not fit a 64-bit int",
    "divmod(-9223372036854775808, -1) does not fit a 64-bit int",
    "the result of + does not fit a 64-bit int",
]


def power(a: int, b: int) -> int:
    r = 0
    for i in par(range(2)):
        r = a**b
    return r


def others(a: int, b: int, op: int) -> int:
    r = 0
    for i in par(range(2)):
        if op == 0:
            r = a << b
        elif op == 1:
            r = a // b
        elif op == 2:
            r = divmod(a, b)[0]
        else:
            r = a + b
    return r


def text(function, *arguments):
    try:
        return function(*arguments)
    except (OverflowError, ZeroDivisionError) as error:
        return str(error)


def main():
    low = -(2**63)
    calls = [(power, 2, -1), (power, 0, -1), (power, 3, 40), (others, 1, 63, 0)]
    calls += [(others, low, -1, 1), (others, low, -1, 2), (others, 2**63 - 1, 1, 3)]
    return [text(*call) for call in calls]
