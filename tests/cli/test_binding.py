"""The extension module parc._compiler: what the package's Python files can ask of it, and what it refuses."""
import subprocess
import sys

import pytest
from conftest import ROOT
from parc import _compiler

SOURCE = "def total(n):\n    s = 0\n    par i in range(n):\n        s += i\n    return s\n"


def request(**loops):
    return _compiler.KernelRequest(source=("kernel.py", SOURCE), imports={}, function="total", line=1, types=["int"],
                                   loops=loops)


def run(*words, **environment):
    """What an interpreter prints that has parc and the given environment only."""
    done = subprocess.run([sys.executable, *words], capture_output=True, text=True, timeout=120,
                          env={"PYTHONPATH": f"{ROOT / 'python'}:{ROOT / 'tests' / 'cli'}:{ROOT / 'tests'}"} | environment)
    assert done.returncode == 0, done.stderr
    return done.stdout + done.stderr


@pytest.mark.parametrize("loops, error, text", [
    ({"schedul": "static"}, TypeError, "there is no option schedul= of par"),
    ({"schedule": "sometimes"}, ValueError, "schedule= cannot be 'sometimes'"),
    ({"check": "perhaps"}, ValueError, "check= cannot be 'perhaps'"),
    ({"reduce": "slow"}, ValueError, "reduce= cannot be 'slow'"),
])
def test_wrong_options_of_par(loops, error, text):
    with pytest.raises(error, match=text):
        request(**loops)


def test_stages():
    asked = request(schedule="guided", check="trust", reduce="exact", chunk=3, threads=2, progress=False)
    assert "guided" in _compiler.emit_kernel(asked, "ir")[0]
    assert "#pragma omp" in _compiler.emit_kernel(asked, "cpp")[0]
    with pytest.raises(ValueError, match="there is no stage 'c\\+\\+'"):
        _compiler.emit_kernel(asked, "c++")


@pytest.mark.parametrize("size", ["0", "-1", "much", "1.5", "99999999999999999"])
def test_a_size_of_the_cache_that_is_none(tmp_path, size):
    build = "import test_binding as t; print(*t._compiler.build_kernel(t.request()).report.diagnostics)"
    told = run("-c", build, PARC_CACHE_DIR=str(tmp_path / "cache"), PARC_CACHE_MIB=size)
    assert told == f"<Diagnostic PAR0806: PARC_CACHE_MIB cannot be '{size}'>\n"
    assert run("-c", build, PARC_CACHE_DIR=str(tmp_path / "cache"), PARC_CACHE_MIB="7") == "\n"


def test_why_there_is_no_cache():
    info = ("-m", "parc", "cache", "info")
    assert "PARC_CACHE_DIR is empty" in run(*info, PARC_CACHE_DIR="", HOME="/root")
    assert "neither PARC_CACHE_DIR nor HOME" in run(*info)
