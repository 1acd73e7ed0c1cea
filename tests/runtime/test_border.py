"""Arguments and results across the border: conversion, refusals, views, lists."""
import gc
import sys
import warnings

import numpy as np
import pytest


def message(error, f, *args, **kw):
    with pytest.raises(error) as caught:
        f(*args, **kw)
    return str(caught.value)


def test_defaults_and_keywords(sample):
    grid = np.zeros((2, 2))
    assert sample.fill(grid, 3) == 3
    assert grid.tolist() == [[3.0, 3.0], [4.0, 4.0]]
    assert sample.fill(count=1, grid=grid, shift=10, weight=2) == 1
    assert grid.tolist() == [[12.0, 12.0], [13.0, 13.0]]


@pytest.mark.parametrize(
    "args, kw",
    [((), {}), ((1,), {}), ((1, 2, 3, 4), {}), ((1, 2), {"grid": 3}), ((1, 2), {"stop": 1}), ((1,), {"shift": 1}), ((), {"count": 1})],
)
def test_binding_errors_are_pythons(sample, args, kw):
    assert message(TypeError, sample.fill, *args, **kw) == message(TypeError, sample.fill.__wrapped__, *args, **kw)


def test_defaults_may_be_changed(sample):
    grid = np.zeros((1, 1))
    old = sample.fill.__defaults__
    try:
        sample.fill.__defaults__ = (4.0,)
        sample.fill(grid, 2)
        assert grid[0, 0] == 8.0
    finally:
        sample.fill.__defaults__ = old


def test_wrong_arrays_name_the_parameter(sample):
    good = np.zeros((3, 4))
    fixed = good.copy()
    fixed.flags.writeable = False
    for bad, text in [
        (good.astype(np.float32), "np.float32 with 2 axes"),
        (good.astype(">f8"), "big-endian"),
        (good.astype(object), "dtype object"),
        (good[0], "np.float64 with 1 axis"),
        ([[1.0]], "not list"),
        (None, "not None"),
        (np.ma.masked_array(good), "np.asarray"),
    ]:
        got = message(TypeError, sample.fill, bad, 1)
        assert "fill() argument 'grid' must be" in got and text in got
    assert "'grid' is a read-only array" in message(ValueError, sample.fill, fixed, 1)
    raw = np.zeros(3 * 8 + 1, np.uint8)[1:].view(np.float64).reshape(3, 1)
    assert "'grid' is an unaligned array" in message(ValueError, sample.fill, raw, 1)


def test_equal_dtypes_are_accepted(sample):
    assert sample.total(np.arange(4, dtype=np.dtype("i4", metadata={"a": 1}))) == 6
    assert sample.fill(np.zeros((2, 2), np.dtype("<f8")), 1) == 1


def test_scalars_take_the_annotated_kind(sample):
    grid = np.zeros((1, 1))
    for count in (2, np.int8(2), np.uint64(2), np.longlong(2)):
        got = sample.fill(grid, count)
        assert type(got) is int and got == 2
    assert sample.fill(grid, True) == 1
    for weight in (2, np.float32(2), np.float16(2), np.float64(2), np.int16(2), np.longdouble(2)):
        sample.fill(grid, 1, weight)
        assert grid[0, 0] == 2.0
    assert sample.add((1, 2), True, 3) == 7 + 0j
    assert sample.add((1, 2.5), np.True_, np.complex64(1j)) == 4.5 + 1j


def test_scalars_that_do_not_fit(sample):
    grid = np.zeros((1, 1))
    for bad in (2**63, -(2**63) - 1, 10**5000, np.uint64(2**63)):
        assert "'count'" in message(OverflowError, sample.fill, grid, bad)
    for bad in (1.5, "7", None, 1j, np.float64(1), np.array(1), np.True_):
        assert "'count' must be int, not" in message(TypeError, sample.fill, grid, bad)
    for bad in (2**53 + 1, 10**400, np.longdouble(1) / 3, np.int64(2**53 + 1), np.uint64(2**64 - 1)):
        assert "'weight'" in message(OverflowError, sample.fill, grid, 1, bad)
    for bad in ("x", None, 2j, [1.0], np.ones(1)):
        assert "'weight' must be float, not" in message(TypeError, sample.fill, grid, 1, bad)
    assert "'flag' must be bool, not int" in message(TypeError, sample.add, (1, 2), 1, 3)
    assert "'pair' must be a tuple of 2 items, not of 1" in message(TypeError, sample.add, (1,), True, 3)
    assert "'pair' must be int, not float" in message(TypeError, sample.add, (1.0, 2), True, 3)


def test_narrow_scalars(sample):
    got = sample.small(np.float32(0.1), 200)
    assert type(got) is np.float32 and got == np.float32(0.1) + np.float32(200)
    assert sample.small(0.1, np.int64(1)) == np.float32(0.1) + np.float32(1)
    assert "'k'" in message(OverflowError, sample.small, 1.0, 256)
    assert "'k'" in message(OverflowError, sample.small, 1.0, -1)
    assert "'x' must be np.float32, not numpy.float64" in message(TypeError, sample.small, np.float64(0.1), 1)


def test_axis_names(sample):
    assert sample.matmul_shape(np.zeros((2, 5)), np.zeros((5, 3))) == 6
    got = message(ValueError, sample.matmul_shape, np.zeros((2, 5)), np.zeros((4, 3)))
    assert "'b' has length 4 along axis 0 ('m'), but 'a' has 5" in got
    assert "('3')" in message(ValueError, sample.matmul_shape, np.zeros((2, 4)), np.zeros((4, 2)))


def test_kinds_of_results(sample):
    got, want = sample.kinds(7), sample.kinds.__wrapped__(7)
    assert got == want and list(map(type, got)) == list(map(type, want))
    assert sample.kinds(-1)[3:5] == (complex(-1, 1), np.bool_(True))
    for k in (5, -5):
        assert type(sample.either(k)) is type(sample.either.__wrapped__(k)) and sample.either(k) == k


def test_views_keep_their_base(sample):
    a = np.arange(6.0)
    assert sample.whole(a) is a
    part = sample.middle(a)
    assert part.base is a and part.tolist() == [1.0, 2.0, 3.0, 4.0] and part.flags.writeable
    part[0] = 9.0
    assert a[1] == 9.0
    a.flags.writeable = False
    assert not sample.middle(a).flags.writeable
    assert sample.middle(a[::-2]).tolist() == [3.0]
    before = sys.getrefcount(a)
    for _ in range(100):
        sample.middle(a)
    assert sys.getrefcount(a) == before
    kept = sample.middle(np.arange(1000.0))
    gc.collect()
    assert kept.sum() == np.arange(1, 999).sum()


def test_native_blocks(sample):
    a, b, tail, n = sample.fresh(4)
    assert a is b and n == 4 and a.tolist() == [0.0] * 4 and a.flags.c_contiguous and a.flags.aligned
    a[1] = 5.0
    del a, b
    assert tail.tolist() == [5.0, 0.0, 0.0]
    big = sample.fresh(1 << 20)[0]
    assert not big.any() and big.ctypes.data % 64 == 0
    assert sample.fresh(1)[2].shape == (0,)
    with pytest.raises(MemoryError):
        sample.fresh(1 << 50)


def test_blocks_are_freed(run):
    text = """
import resource, sample
for _ in range(50): sample.fresh(1 << 17)
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
for _ in range(300): sample.fresh(1 << 20); sample.fresh(1 << 10)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
"""
    assert int(run(text)) < 20_000


def test_lists_are_written_back_in_place(sample):
    xs = [1.0, 2, 3.5]
    same = xs
    assert sample.scale(xs, 2.0) is None
    assert xs is same and xs == [2.0, 4.0, 7.0] and type(xs[1]) is float
    kept = [1.5, float("2.5")]
    first = kept[0]
    sample.scale(kept, 1.0)
    assert kept[0] is first
    with pytest.raises(KeyError) as caught:
        sample.scale(xs, 10.0, 1)
    assert caught.value.args == (1,) and xs == [20.0, 4.0, 7.0]


def test_nested_lists_keep_identity(sample):
    row = [1, 2]
    rows = [row, [5], row, []]
    assert sample.bump(rows, row) == 3 + 4
    assert rows[0] is row and rows[2] is row and row == [3, 4] and rows == [[3, 4], [6], [3, 4], []]


def test_list_items_that_do_not_fit(sample):
    assert "'xs': item [1] must be float, not str" in message(TypeError, sample.scale, [1.0, "a"], 1.0)
    assert "'rows': item [1][0] must be int, not float" in message(TypeError, sample.bump, [[1], [2.0]], [])
    assert "'rows': item [0][1]: 9223372036854775808 does not fit a 64-bit int" in message(OverflowError, sample.bump, [[1, 2**63]], [])
    assert "'rows': item [1] must be a list of int, not tuple" in message(TypeError, sample.bump, [[1], (2,)], [])
    assert "'xs' must be a list of float, not tuple" in message(TypeError, sample.scale, (1.0,), 1.0)


def test_versions_are_chosen_by_type(sample):
    assert sample.double(3) == 6 and type(sample.double(3)) is int
    assert sample.double(1.5) == 3.0
    assert sample.double("ab") == "abab"
    a = np.ones(3)
    sample.untyped(a)
    assert a.tolist() == [2.0] * 3
    from parc import SerialWarning

    with pytest.warns(SerialWarning, match=r"untyped\(\) ran as Python.*annotate"):
        b = [1, 2]
        sample.untyped(b)
    assert b == [2, 4]
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        with pytest.raises(SerialWarning):
            sample.untyped([1])


def test_signature_texts(sample):
    assert sample.fill.__parc_native__ == ("(grid: np.float64[2], count: int, weight: float, shift: int) -> int",)
    assert sample.double.__parc_native__ == ("(n: int) -> int", "(x: float) -> float")
