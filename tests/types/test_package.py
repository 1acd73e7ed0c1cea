"""What type checkers know of `par`, and of parc's names of types."""
import re

import pytest
from checkers import ROOT, mypy, pyright, ruff, stubtest

USED = '''from typing import Annotated, assert_type

import numpy as np
import parc
from numpy.typing import NDArray
from parc import f32, par


def total(a: Annotated[NDArray[np.float64], "n m"], k: parc.f64, n: parc.i64) -> float:
    s = par.reduction(0.0, lambda x, y: x + y)
    for i in par(range(n), schedule="dynamic", chunk=3, threads=2, check="trust", reduce="fast", progress=True):
        assert_type(i, int)
        s += float(a[i, 0]) * k
    for j, (x, text) in par(enumerate(zip([1.0], ["a"], strict=True))):
        assert_type((j, x, text), tuple[int, float, str])
    names = [assert_type(name, str) for name in par(["a"])]
    with par:
        s += len(names)
    return s + k


def narrow(x: f32) -> float:
    return float(x)


total(np.zeros((3, 3)), 1.0, 4)
total(np.zeros((3, 3)), np.float64(1.0), np.int64(4))
narrow(np.float32(1.0))
narrow(1)
'''

WRONG = '''from parc import f64, par

for a in par([1], schedul="static"):
    pass
for b in par([1], schedule="sta"):
    pass
for c in par(3):
    pass
par.reduction(0.0, 1.0)


def scale(x: f64) -> float:
    return x * 2.0


scale("a")


# docs/types.md says so.
def slices_are_no_types(a: f64[:, :]) -> None: ...
'''


def lines_with_errors(text):
    return sorted({int(line) for line in re.findall(r"\.py:(\d+)(?::\d+)?(?: -)?:? error", text)})


@pytest.fixture
def folder(tmp_path):
    for name, text in (("used", USED), ("wrong", WRONG)):
        (tmp_path / f"{name}.py").write_text(text)
    return tmp_path


def test_right_use(folder):
    mypy(folder, "--strict", "used.py")
    assert "0 errors, 0 warnings" in pyright(folder, "used.py")
    ruff(folder, "used.py")


def test_right_use_on_the_oldest_python(folder):
    later = "from typing import Annotated, assert_type\n"
    assert later in USED
    text = USED.replace(later, "from typing import Annotated\n\nfrom typing_extensions import assert_type\n")
    (folder / "used.py").write_text(text)
    pyright(folder, "--pythonversion", "3.10", "used.py")


@pytest.mark.parametrize("check", [mypy, pyright])
def test_wrong_use(folder, check):
    assert lines_with_errors(check(folder, "wrong.py", ok=False)) == [3, 5, 7, 9, 16, 20]


def test_stubs_of_the_package(tmp_path):
    assert (ROOT / "python" / "parc" / "py.typed").exists()
    here = ROOT / "tests" / "types"
    stubtest(tmp_path, "parc", "--allowlist", here / "stubtest_allowlist.txt", "--mypy-config-file", here / "stubtest.ini")
