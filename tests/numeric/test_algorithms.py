"""CPython's own algorithms, bit for bit at many random arguments."""

import ctypes
import math
import operator
import random
import struct

import pytest

DOUBLE, INT = ctypes.c_double, ctypes.c_longlong


@pytest.fixture(scope="module")
def library(numeric_library):
    return ctypes.CDLL(str(numeric_library))


def function(library, name, result, *arguments):
    found = getattr(library, name)
    found.restype, found.argtypes = result, arguments
    return found


def any_double(source):
    return struct.unpack("<d", struct.pack("<Q", source.getrandbits(64)))[0]


def doubles(seed, count):
    """Of all sizes, of ordinary size, and whole ones."""
    source = random.Random(seed)
    for _ in range(count):
        yield any_double(source)
        yield source.uniform(-200, 200)
        yield float(source.randint(-200, 200)) / 8


def same(left, right):
    return left == right or (left != left and right != right)


def outcome(call, *args):
    try:
        return call(*args)
    except (ValueError, OverflowError, ZeroDivisionError):
        return None


@pytest.mark.parametrize("name", ["gamma", "lgamma"])
def test_gamma(library, name):
    native = function(library, f"parc_libm_{name}", DOUBLE, DOUBLE)
    for x in doubles(1, 4000):
        expected = outcome(getattr(math, name), x)
        got = native(x)
        if expected is None:
            assert not math.isfinite(got), x
        else:
            assert same(got, expected), x


def test_hypot(library):
    norm = function(library, "parc_norm", DOUBLE, ctypes.POINTER(DOUBLE), INT)
    source = random.Random(2)
    numbers = list(doubles(3, 4000))
    for count in (1, 2, 3, 5):
        for _ in range(4000):
            x = [source.choice(numbers) for _ in range(count)]
            if source.random() < 0.5:  # of one size
                x = [source.uniform(-1, 1) * 2.0 ** source.randint(-20, 20) for _ in range(count)]
            assert same(norm((DOUBLE * count)(*x), count), math.hypot(*x)), x


def test_decimal_round(library):
    native = function(library, "parc_float_round", ctypes.c_bool, DOUBLE, INT, ctypes.POINTER(DOUBLE))
    source = random.Random(4)
    for x in doubles(5, 3000):
        digits = source.choice([0, 1, 2, 3, 5, 10, 15, 17, 22, 30, 300, 323, -1, -2, -5, -20, -100, -308])
        if source.random() < 0.5:  # close to a tie
            x = round(source.uniform(-1000, 1000), max(digits, 0) % 20) + 0.5 * 10.0**-digits
        result = DOUBLE()
        failed = native(x, digits, ctypes.byref(result))
        expected = outcome(round, x, digits)
        if expected is None:
            assert failed, (x, digits)
        else:
            assert not failed and same(result.value, expected), (x, digits, result.value, expected)
            assert math.copysign(1, result.value) == math.copysign(1, expected) or x != x


def random_int(source):
    return source.choice([1, -1]) * source.getrandbits(source.randint(1, 63))


def test_int_quotient(library):
    native = function(library, "parc_int_quotient", DOUBLE, INT, INT)
    source = random.Random(6)
    for _ in range(10000):
        a, b = random_int(source), random_int(source)
        if b != 0:
            assert native(a, b) == a / b, (a, b)


@pytest.mark.parametrize("name", ["round", "comb", "perm2"])
def test_ints_of_two(library, name):
    kernel = "parc_int_round" if name == "round" else f"parc_math_{name}"
    python = {"round": round, "comb": math.comb, "perm2": math.perm}[name]
    native = function(library, kernel, ctypes.c_bool, INT, INT, ctypes.POINTER(INT))
    source = random.Random(7)
    for _ in range(4000):
        a = random_int(source) if name == "round" else source.randint(-2, 80)
        b = source.randint(-21, 3) if name == "round" else source.randint(-2, 80)
        result = INT()
        failed = native(a, b, ctypes.byref(result))
        expected = outcome(python, a, b)
        if expected is None or not -(2**63) <= expected < 2**63:
            assert failed, (a, b)
        else:
            assert not failed and result.value == expected, (a, b)


def test_modular_power(library):
    native = function(library, "parc_int_powmod", ctypes.c_bool, INT, INT, INT, ctypes.POINTER(INT))
    source = random.Random(8)
    for _ in range(4000):
        a, b, m = random_int(source), random_int(source) % 1000 - 300, random_int(source)
        result = INT()
        failed = native(a, b, m, ctypes.byref(result))
        expected = outcome(pow, a, b, m)
        assert failed if expected is None else not failed and result.value == expected, (a, b, m)


def test_isqrt_and_gcd(library):
    isqrt = function(library, "parc_math_isqrt", ctypes.c_bool, INT, ctypes.POINTER(INT))
    gcd = function(library, "parc_gcd", ctypes.c_ulonglong, ctypes.c_ulonglong, ctypes.c_ulonglong)
    source = random.Random(9)
    for _ in range(4000):
        root = source.getrandbits(source.randint(1, 31))
        for n in (root * root, root * root + 1, max(root * root - 1, 0), 2**63 - 1 - root):
            result = INT()
            assert not isqrt(n, ctypes.byref(result)) and result.value == math.isqrt(n), n
        a, b = abs(random_int(source)), abs(random_int(source))
        assert gcd(a, b) == math.gcd(a, b)


def test_complex_power(library):
    class Complex(ctypes.Structure):
        _fields_ = [("re", DOUBLE), ("im", DOUBLE)]

    native = function(library, "parc_complex_pow", ctypes.c_bool, Complex, Complex, ctypes.POINTER(Complex))
    source = random.Random(10)
    for _ in range(4000):
        a = complex(source.uniform(-3, 3), source.choice([0.0, source.uniform(-3, 3)]))
        b = complex(source.choice([source.randint(-120, 120), source.uniform(-5, 5)]),
                    source.choice([0.0, source.uniform(-3, 3)]))  # fmt: skip
        result = Complex()
        failed = native(Complex(a.real, a.imag), Complex(b.real, b.imag), ctypes.byref(result))
        expected = outcome(operator.pow, a, b)
        if expected is None:
            assert failed, (a, b)
        else:
            assert not failed and complex(result.re, result.im) == expected, (a, b)
