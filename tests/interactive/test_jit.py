"""parc.jit: the answers of Python, versions by type, and what goes wrong."""

import asyncio
import copy
import pickle
import traceback
import warnings

import numpy as np
import pytest

import kernels
import parc
from parc import CompileError, JitFunction, RecompileWarning, UnsupportedType


@pytest.fixture(autouse=True)
def fresh(cache):
    """Functions without versions."""
    for name in ("total", "fill", "first_negative", "pairs", "carried", "square"):
        old = getattr(kernels, name)
        setattr(kernels, name, JitFunction(old.__wrapped__, old._loops, old._options))


@pytest.mark.parametrize("array", [np.arange(10.0), np.arange(10.0)[::-2], np.zeros(0), np.arange(7),
                                   np.arange(9, dtype=np.float32), np.array([np.nan, 1.0])])
def test_same_answer_as_python(array):
    expected = kernels.total.__wrapped__(array)
    found = kernels.total(array)
    assert type(found) is type(expected)
    np.testing.assert_equal(found, expected)


def test_a_version_for_each_list_of_types():
    for array in (np.ones(3), np.ones(5), np.ones(4)[::2], np.ones(3, np.float32), np.ones(3)):
        kernels.total(array)
    kernels.total(np.ones(3), 2)
    assert kernels.total.signatures == [
        "(a: np.float64[1], weight: float) -> float|np.float64",
        "(a: np.float32[1], weight: float) -> float|np.float32",
        "(a: np.float64[1], weight: int) -> float|np.float64",
    ]


def test_arguments_go_to_parameters_as_in_python():
    out = np.zeros(3)
    kernels.fill(out, 1)
    assert out.tolist() == [1, 2, 3]
    kernels.fill(start=5, out=out, step=2)
    assert out.tolist() == [5, 7, 9]
    for arguments, keywords in [((out,), {}), ((out, 1, 2), {}), ((out, 1), {"steps": 2}), ((), {})]:
        with pytest.raises(TypeError) as native:
            kernels.fill(*arguments, **keywords)
        with pytest.raises(TypeError) as python:
            kernels.fill.__wrapped__(*arguments, **keywords)
        assert str(native.value).removeprefix("fill() ") == str(python.value).removeprefix("fill() ")


def test_an_annotation_says_the_type():
    out = np.zeros(2)
    kernels.fill(out, np.int32(4))
    assert out.tolist() == [4, 5]
    with pytest.raises(TypeError, match="must be an array of np.float64"):
        kernels.fill(np.zeros(2, np.float32), 1)
    with pytest.raises(TypeError):
        kernels.fill(out, 1.5)


def test_lists_and_tuples():
    assert kernels.pairs([[1, 2], [3, 4], [0, 0]]) == 14
    assert kernels.pairs([[1.5, 2.0]]) == 3.0
    assert kernels.pairs([]) == 0
    assert kernels.square.__wrapped__(2) == kernels.square(2)


@pytest.mark.parametrize("value, what", [({}, "a dict"), ("text", "a str"), ([1, 2.0], "a list of float and int"),
                                         (np.ones(3, object), "an array of object"),
                                         (np.ones(3, ">f8"), "foreign byte order"), (range(3), "a range")])
def test_a_value_of_another_type_is_named(value, what):
    with pytest.raises(UnsupportedType, match=f"total: 'a' is .*{what}"):
        kernels.total(value)


def test_exceptions_have_the_line_of_the_file():
    assert kernels.first_negative(np.ones(4)) == 4
    with pytest.raises(ValueError, match="negative") as caught:
        kernels.first_negative(np.array([1.0, -1.0]))
    last = traceback.extract_tb(caught.tb)[-1]
    assert (last.filename, last.name, last.line) == (kernels.__file__, "first_negative", 'raise ValueError("negative")')


def test_what_is_refused_raises():
    with pytest.raises(CompileError, match=r"PAR0501.*writes a\[1\]") as caught:
        kernels.carried(np.ones(3))
    assert caught.value.report.diagnostics[0].line > 0
    assert "PAR0501" in "\n".join(caught.value._render_traceback_())


def test_a_function_without_par_is_native_too():
    assert kernels.square(3) == 9 and kernels.square(1.5) == 2.25
    assert kernels.square.signatures == ["(x: int) -> int", "(x: float) -> float"]
    with pytest.raises(OverflowError):
        kernels.square(2**40)


def test_jitted_functions_call_each_other():
    assert kernels.fibonacci(15) == 610
    assert kernels.sum_of_squares(np.array([1.0, 2.0])) == 5.0


def test_many_versions_warn_once():
    ranks = [np.ones((1,) * rank) for rank in range(1, 4)]
    types = [np.float64, np.float32, np.int64]
    values = [kind(1) for kind in (int, float, np.int8, np.int16, np.int32, np.uint8, np.float32, np.float64, np.int64)]
    assert len(ranks) * len(types) == len(values)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        for value in values:
            kernels.square(value)
    assert [each.category for each in caught] == [RecompileWarning]
    assert caught[0].filename == __file__


def test_what_was_compiled_can_be_looked_at():
    with pytest.raises(ValueError, match="was not called yet"):
        kernels.total.report()
    kernels.total(np.ones(3))
    kernels.total(np.ones(3, np.float32))
    assert [loop.verdict for loop in kernels.total.report().loops] == ["parallel"]
    assert "func total_0(a: np.float32[1]" in kernels.total.inspect_ir()
    assert "func total_0(a: np.float64[1]" in kernels.total.inspect_ir(0)
    assert "#pragma omp" in kernels.total.inspect_cpp()


def test_a_future_is_awaited():
    future = kernels.total.submit(np.ones(4), weight=2.0)
    assert future.result(timeout=60) == 24.0

    async def both():
        return await asyncio.gather(*(asyncio.wrap_future(kernels.total.submit(np.ones(n))) for n in (1, 2)))

    assert asyncio.run(both()) == [3.0, 6.0]
    with pytest.raises(UnsupportedType):
        kernels.total.submit({}).result(timeout=60)


def test_it_is_a_function_to_others():
    assert kernels.total.__name__ == "total" and kernels.total.__module__ == "kernels"
    assert pickle.loads(pickle.dumps(kernels.total)) is kernels.total
    assert copy.copy(kernels.total) is kernels.total
    assert repr(kernels.total) == "<parc.jit kernels.total>"


def test_disabled_is_python(monkeypatch):
    monkeypatch.setenv("PARC_DISABLE", "1")
    square = JitFunction(kernels.square.__wrapped__, {}, kernels.square._options)
    assert square({1}.__len__()) == 1
    assert square.signatures == []


@pytest.mark.parametrize("wrong", [{"thread": 2}, {"schedule": "fast"}])
def test_an_unknown_option_is_refused(wrong):
    with pytest.raises((TypeError, ValueError), match="option"):
        parc.jit(**wrong)


def test_only_functions_are_taken():
    async def later():
        pass

    def steps():
        yield 1

    for wrong in (later, steps, len, lambda x: x):
        with pytest.raises(TypeError, match="parc.jit takes"):
            parc.jit(wrong)


def test_a_closure_is_refused():
    k = 2

    @parc.jit
    def scaled(x):
        return x * k

    with pytest.raises(CompileError, match="PAR0908.*'k'"):
        scaled(1)


def test_a_function_without_source_is_refused():
    scope = {}
    exec("def f(x): return x", scope)
    with pytest.raises(CompileError, match="PAR0907"):
        parc.jit(scope["f"])(1)


def test_an_unaligned_array_is_copied():
    memory = np.zeros(8 * 5 + 1, np.uint8)
    array = memory[1:].view(np.float64)
    assert not array.flags.aligned
    kernels.fill(array, 3)
    assert array.tolist() == [3, 4, 5, 6, 7]
    assert kernels.total(array) == 75.0


def test_copies_are_the_function():
    assert copy.copy(kernels.total) is kernels.total and copy.deepcopy([kernels.total])[0] is kernels.total


def test_what_cannot_be_pickled():
    def make():
        @parc.jit
        def inner(x):
            return x
        return inner

    other = JitFunction(kernels.total.__wrapped__, {}, kernels.total._options)
    for function in (make(), other):
        with pytest.raises(pickle.PicklingError, match="cannot be pickled"):
            pickle.dumps(function)


@pytest.mark.parametrize("options, message", [
    ({"thread": 3}, "did you mean threads=?"), ({"speed": 3}, "it takes schedule, check"), ({"cache": "x"}, "True or False"),
    ({"cpu": 3}, "must be a str"), ({"chunk": 2**63}, "at most 2147483647")])
def test_options_are_checked(options, message):
    with pytest.raises((TypeError, ValueError)) as error:
        parc.jit(**options)
    assert message in str(error.value)


def test_annotated_parameters_make_one_version():
    @parc.jit
    def ann(n: int, y: float = 2.5):
        return n * y

    with warnings.catch_warnings():
        warnings.simplefilter("error", RecompileWarning)
        for value in (1, True, np.int64(1), np.int8(1), np.int16(1), np.uint8(1), np.int32(1), np.uint16(1), np.uint32(1)):
            assert ann(value) == 2.5
    assert ann.signatures == ["(n: int, y: float) -> float"]


def test_unaligned_results_are_the_arguments():
    @parc.jit
    def bump(a):
        for i in parc.par(range(len(a))):
            a[i] += 1
        return a

    @parc.jit
    def tail(a):
        return a[1:]

    unaligned = np.zeros(41, np.uint8)[1:].view(np.float64)
    assert bump(unaligned) is unaligned and unaligned.tolist() == [1.0] * 5
    with pytest.raises(ValueError, match="a view of an array that is not aligned"):
        tail(unaligned)
    unaligned.flags.writeable = False
    with pytest.raises(ValueError, match="read-only"):
        bump(unaligned)


def test_defaults_are_live():
    @parc.jit
    def f(x, k=1, *, m=2):
        return x * k + m

    found = [f(3)]
    f.__wrapped__.__defaults__ = (1.5,)
    found += [f(3), f(x=3), f(3, m=1)]
    f.__wrapped__.__kwdefaults__["m"] = 2.0
    found += [f(3, 1), f(k=1, x=3)]
    assert list(map(repr, found)) == ["5", "6.5", "6.5", "5.5", "5.0", "5.0"]
