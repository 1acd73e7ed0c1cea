"""Exceptions of native code: type, text, traceback; warnings; memory."""
import traceback
import warnings

import numpy as np
import pytest


def entries(f, *args):
    """The exception and the (function, line text) of its traceback behind this file."""
    try:
        f(*args)
    except Exception as error:
        return error, [(entry.name, entry.line) for entry in traceback.extract_tb(error.__traceback__)[1:]]
    raise AssertionError("no exception")


def test_replayed_error_is_pythons(sample):
    error, native = entries(sample.invert, np.array([2.0, 0.0, 1.0]), np.zeros(3))
    plain, python = entries(sample.invert.__wrapped__, np.array([2.0, 0.0, 1.0]), np.zeros(3))
    assert type(error) is ZeroDivisionError and str(error) == "float division by zero"
    # Uncompiled, the callee that invert names in its globals is native too.
    assert native == python == [("invert", "out[i] = one_over(float(xs[i]))"), ("one_over", "return 1.0 / x")]


def test_frames(sample):
    error, _ = entries(sample.one_over, 0)
    frame = error.__traceback__.tb_next
    assert frame.tb_lineno == sample.one_over.__code__.co_firstlineno + 1
    assert frame.tb_frame.f_code.co_filename == sample.one_over.__code__.co_filename
    assert frame.tb_frame.f_globals is vars(sample)


def test_message_parts(sample):
    for n, bad in ((2000, 1999), (2000, 3), (1, 0)):
        error, native = entries(sample.complain, n, bad, 0.1)
        plain, python = entries(sample.complain.__wrapped__, n, bad, 0.1)
        assert error.args == plain.args and native == python
    assert type(error.args[2]) is np.float64


def test_lowest_iteration_wins(sample):
    for zeros in ([900, 30], [5000, 4999], [0, 9999]):
        xs = np.ones(10000)
        xs[zeros] = 0.0
        out = np.zeros(10000)
        with pytest.raises(ZeroDivisionError):
            sample.invert(xs, out)
        assert (out[: min(zeros)] == 1.0).all() and out[min(zeros)] == 0.0


def test_own_overflow_names_the_operator(sample):
    error, _ = entries(sample.overflow, 2**40, -(2**40))
    assert str(error) == "1099511627776 * -1099511627776 does not fit a 64-bit int"


@pytest.mark.parametrize("value", [300.0, -1.0, float("nan"), float("inf")])
def test_store_is_numpys(sample, value):
    error, native = entries(sample.store, value)
    plain, python = entries(sample.store.__wrapped__, value)
    assert type(error) is type(plain) and str(error) == str(plain) and native == python


def test_recursion(sample):
    assert sample.descend(10000) == 10000
    error, native = entries(sample.descend, 10**7)
    assert type(error) is RecursionError and len(native) == 1000


def test_recursion_in_a_thread(run):
    text = """
import threading, sample
found = []
def work():
    try: sample.descend(10**7)
    except RecursionError: found.append(sample.descend(1000))
threading.stack_size(1 << 20)
t = threading.Thread(target=work); t.start(); t.join()
print(found)
"""
    assert run(text) == "[1000]"


def test_failing_calls_do_not_grow(run):
    text = """
import numpy as np, resource, sample
xs, out, grid = np.zeros(2000), np.zeros(2000), np.zeros((2, 2))
def failing(n):
    for _ in range(n):
        for f, args in ((sample.invert, (xs, out)), (sample.complain, (500, 100, 0.5)), (sample.fill, (grid, "x")), (sample.scale, ([1.0, 2.0], 2.0, 1))):
            try: f(*args)
            except Exception: pass
            else: raise SystemExit("no exception")
        sample.bump([[1, 2], [3]], [4]); sample.kinds(3); sample.middle(xs); sample.fresh(100)
def memory():
    return int(open("/proc/self/statm").read().split()[1]) * resource.getpagesize()
failing(500)
before = memory()
failing(2500)
print(memory() - before)
"""
    assert int(run(text, timeout=120)) <= 2 << 20


def test_serial_warning(sample):
    from parc import SerialWarning

    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        sample.serial(10, 0)
        assert not caught
        sample.serial(10, 1)
        sample.serial(10, 1)
    assert len(caught) == 2 and caught[0].category is SerialWarning
    assert str(caught[0].message) == "this par loop ran in serial order: 'dst' and 'src' overlap"
    assert caught[0].filename.endswith("sample.py")
    assert caught[0].lineno == sample.serial.__code__.co_firstlineno + 1
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        with pytest.raises(SerialWarning):
            sample.serial(10, 1)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("default")
        vars(sample).pop("__warningregistry__", None)
        for _ in range(3):
            sample.serial(10, 1)
    assert len(caught) == 1
