"""The compiled module as a module: names, metadata, pickling, reload, stale sources, refusals at import."""
import copy
import importlib
import inspect
import os
import pickle
import shutil
import sys
import weakref

import numpy as np
import pytest
from conftest import ROOT, build


def test_python_stays_python(sample):
    assert sample.plain(3) == -3 and inspect.isfunction(sample.plain)
    assert sample.__doc__.startswith("A module for the tests")
    assert os.path.samefile(sample.HERE, os.path.dirname(sample.__file__))
    assert not [name for name in vars(sample) if name.startswith("__parc") and name != "__parc_native__"]


def test_native_from_the_def_on(sample):
    assert sample.ALIAS is sample.fill and sample.Box.__dict__["method"] is sample.fill
    assert sample.REGISTRY["total"] is sample.total
    assert repr(sample.fill) == "<parc function sample.fill>"


def test_metadata(sample):
    fill, plain = sample.fill, sample.fill.__wrapped__
    assert inspect.isfunction(plain)
    for name in ("__doc__", "__name__", "__qualname__", "__module__", "__defaults__", "__kwdefaults__", "__annotations__", "__code__"):
        assert getattr(fill, name) == getattr(plain, name)
    assert inspect.signature(fill) == inspect.signature(plain)
    assert inspect.getsource(fill).startswith("def fill(grid") and inspect.getdoc(fill) == "Fill `grid`."
    assert sample.__parc_native__["fill"] == {
        "signatures": fill.__parc_native__,
        "file": os.path.join(sample.HERE, "sample.py"),
        "line": plain.__code__.co_firstlineno,
    }
    assert "plain" not in sample.__parc_native__


def test_attributes_and_methods(sample):
    sample.fill.note = 5
    assert sample.fill.note == 5 and vars(sample.fill) == {"note": 5}
    del sample.fill.note
    assert weakref.ref(sample.fill)() is sample.fill
    bound = sample.Box().method
    assert inspect.ismethod(bound) and bound.__func__ is sample.fill
    with pytest.raises(TypeError, match="'grid' must be an array"):
        bound(1)
    with pytest.raises(AttributeError):
        sample.fill.nothing


def test_says_how_to_state_the_number_of_axes(sample):
    with pytest.raises(TypeError, match=r"4 axes; annotated as parc\.f64\[:, :, :, :\] it may have 4 axes$"):
        sample.fill(np.zeros((2, 2, 2, 2)), 1)


def test_pickle_and_copy(sample):
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        assert pickle.loads(pickle.dumps(sample.fill, protocol)) is sample.fill
    assert copy.copy(sample.fill) is sample.fill and copy.deepcopy([sample.fill])[0] is sample.fill


def test_reload_gives_the_same(sample):
    before = dict(vars(sample))
    assert importlib.reload(sample) is sample
    assert sample.fill is before["fill"] and sample.REGISTRY is before["REGISTRY"]


def copy_of(sample_folder, folder):
    shutil.copytree(sample_folder, folder, dirs_exist_ok=True)
    return {"PYTHONPATH": os.pathsep.join([str(folder), str(ROOT / "python")])}


def test_edited_source(run, sample_folder, tmp_path):
    place = copy_of(sample_folder, tmp_path)
    source = tmp_path / "sample.py"
    source.write_text(source.read_text().replace("return -x", "return 5 - x"))
    done = run("import sample", check=False, **place)
    assert "ImportError" in done.stderr and f"run `parc compile {source}`" in done.stderr
    text = "import sample; print(type(sample.fill).__name__, sample.plain(1))"
    assert run(text, PARC_STALE="ignore", **place) == "NativeFunction -1"
    assert run(text, PARC_DISABLE="1", **place) == "function 4"
    source.unlink()
    assert run(text, **place) == "NativeFunction -1"
    assert run(text, PARC_DISABLE="1", **place) == "function -1"


def test_without_parc(run, sample_folder):
    text = """
import sys, warnings
sys.path = [p for p in sys.path if p != ROOT]
import sample
import parc
print(getattr(parc, "__file__", None), list(parc.par(range(3), chunk=2)), parc.f64[:, :], parc.SerialWarning.__module__)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always"); sample.serial(5, 1)
print(caught[0].category is parc.SerialWarning)
"""
    text = text.replace("ROOT", repr(str(ROOT / "python")))
    assert run(text, PYTHONPATH=str(sample_folder)).splitlines() == [
        "None [0, 1, 2] parc.f64[:, :] parc",
        "True",
    ]


def test_subinterpreter(run):
    text = """
import sys
try: import _xxsubinterpreters as sub
except ImportError: import _interpreters as sub
out = sub.create()
code = "try:\\n import sample\\nexcept ImportError as e: print(e, flush=True)"
(sub.run_string if hasattr(sub, "run_string") else sub.exec)(out, code)
"""
    assert "main interpreter only" in run(text) or "subinterpreters" in run(text)


@pytest.mark.parametrize(
    "info, message",
    [({"python": "3.2"}, "compiled for CPython 3.2"), ({"features": "+sse2,avx2,xop,fma4,tbm"}, "compiled for a CPU with ")],
)
def test_needs_are_checked(run, tmp_path, info, message):
    build(tmp_path, **info)
    place = os.pathsep.join([str(tmp_path), str(ROOT / "python")])
    done = run("import sample", check=False, PYTHONPATH=place)
    assert "ImportError" in done.stderr and message in done.stderr


def test_old_numpy(run):
    text = "import numpy; numpy.__version__ = '1.26.4'\nimport sample"
    done = run(text, check=False)
    assert "ImportError: this module needs NumPy 2 or later; installed is NumPy 1.26.4" in done.stderr


def test_import_time(run):
    text = """
import time, numpy
start = time.process_time(); import sample; print(time.process_time() - start)
"""
    assert min(float(run(text)) for _ in range(3)) < 0.05


def test_two_copies_in_one_process(run, sample_folder, tmp_path):
    """A module that is deleted and imported again works on."""
    text = """
import sys, numpy as np, sample
first = sample.fill
del sys.modules["sample"]
import sample as second
grid = np.zeros((2, 2))
print(first is second.fill, first(grid, 1), second.fill(grid, 2), second.fill.__globals__ is vars(second))
"""
    assert run(text) == "False 1 2 True"
