"""The package `parc` in plain Python."""
import pathlib
import pickle
import subprocess
import sys

import parc
import pytest
from parc import par


def test_par_gives_the_items_in_order():
    assert list(par(range(4))) == [0, 1, 2, 3]
    assert list(par("abc", schedule="dynamic", chunk=2, threads=3, check="trust", reduce="fast")) == ["a", "b", "c"]
    assert [x for x in par([3, 1]) if x > 1] == [3]
    assert sum(x for x in par(x for x in (1, 2))) == 3
    with pytest.raises(TypeError, match="'int' object is not iterable"):
        par(3)


def test_options_are_checked():
    for options, error in [
        ({"schedule": "auto"}, ValueError),
        ({"chunk": 0}, ValueError),
        ({"threads": 1.5}, TypeError),
        ({"threads": True}, TypeError),
        ({"check": "no"}, ValueError),
        ({"progress": 1}, TypeError),
        ({"speed": 3}, TypeError),
    ]:
        with pytest.raises(error, match=next(iter(options))):
            par([], **options)


def test_with_par():
    with par:
        a = 1
        b = 2
    assert (a, b) == (1, 2)
    with pytest.raises(ZeroDivisionError):
        with par:
            a = 1 / 0


def test_type_names():
    assert repr(parc.f64) == "parc.f64" and repr(parc.i32[:, :, :]) == "parc.i32[:, :, :]"
    assert parc.f64[:] == parc.f64[:] != parc.f64[:, :]
    assert parc.c64[:, :].ndim == 2 and parc.c64[:].element is parc.c64
    with pytest.raises(TypeError, match="one colon for each axis"):
        parc.f64[3]


def test_pickling():
    assert pickle.loads(pickle.dumps(par)) is par
    assert pickle.loads(pickle.dumps(parc.f64)) is parc.f64
    assert pickle.loads(pickle.dumps(parc.f64[:])) == parc.f64[:]
    assert issubclass(parc.SerialWarning, RuntimeWarning) and parc.SerialWarning.__module__ == "parc"


def test_package_needs_no_numpy():
    text = "import sys, parc; print('numpy' in sys.modules, len(sys.modules))"
    root = pathlib.Path(parc.__file__).parent.parent
    done = subprocess.run([sys.executable, "-S", "-c", text], capture_output=True, text=True, env={"PYTHONPATH": str(root)})
    assert done.stdout.startswith("False")
