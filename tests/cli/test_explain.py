"""`check --explain-loops` and `compile --report`: what is said about each par loop."""
import json
import subprocess
import sys

import pytest

LOOPS = '''"""Loops of several kinds."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def smooth(grid: NDArray[np.float64], out: NDArray[np.float64], k: float) -> None:
    for i in par(range(1, grid.shape[0] - 1)):
        for j in range(1, grid.shape[1] - 1):
            around = grid[i - 1, j] + grid[i + 1, j]
            out[i, j] = grid[i, j] + k * around


def survey(a: NDArray[np.float64], p: NDArray[np.int64]) -> float:
    total, best, at = 0.0, -1.0, -1
    for i in par(range(len(p))):
        x = a[p[i]]
        total += x
        if x > best:
            best = x
            at = i
    return total + best + at


def squares(xs: list[int]) -> int:
    last = 0
    for i in par(range(len(xs))):
        last = xs[i] * xs[i]
    return last
'''


@pytest.fixture
def explained(parc):
    def run(*words, text=LOOPS, check=0):
        parc.write("loops.py", text)
        done = parc(*words, "--format=json", "loops.py", check=check)
        return {thing["function"]: thing for thing in map(json.loads, done.stdout.splitlines())
                if thing["kind"] == "loop"}
    return run


def roles(loop):
    return {variable["name"]: variable["role"] for variable in loop["variables"]}


def test_variables(explained):
    loops = explained("check", "--explain-loops")
    assert roles(loops["smooth"]) == {"grid": "shared", "out": "shared", "k": "shared", "i": "private", "j": "private",
                                      "around": "private"}
    assert roles(loops["survey"]) == {"a": "shared", "p": "shared", "i": "private", "x": "private",
                                      "total": "reduction", "best": "reduction", "at": "reduction"}
    details = {variable["name"]: variable["detail"] for variable in loops["survey"]["variables"]}
    assert (details["total"], details["best"], details["at"]) == ("sum", "maximum with `at`", "goes with `best`")
    assert roles(loops["squares"])["last"] == "last value"


def test_checks(explained):
    loops = explained("check", "--explain-loops")
    smooth, survey, squares = (loops[name]["checks"] for name in ("smooth", "survey", "squares"))
    assert "`grid` and `out` do not overlap" in smooth["before"]
    assert "contiguous along the last axis: `grid`, `out`" in smooth["hoisted"] and smooth["inside"] == []
    assert survey["before"] == []
    assert [(check["what"], check["line"]) for check in survey["inside"]] == [("`a[p[i]]` may be out of bounds", 18)]
    assert [(check["what"], check["line"]) for check in squares["inside"]] == [("`xs[i] * xs[i]` may overflow", 29)]
    assert all(loop["machine"] == [] for loop in loops.values())


def test_without_the_flag_nothing_is_explained(explained):
    assert all("variables" not in loop for loop in explained("check").values())


def test_vector_code(explained):
    loops = explained("compile", "--report", "--cpu=x86-64-v3")
    (row,) = loops["smooth"]["machine"]
    assert row["vectorised"] and row["line"] == 10 and "iterations at a time" in row["detail"]
    (gather,) = loops["survey"]["machine"]
    assert not gather["vectorised"] and gather["line"] == 17 and gather["detail"].startswith("clang: ")


def test_a_reported_module_works(parc):
    parc.write("loops.py", LOOPS)
    parc("compile", "--report", "loops.py", check=0)
    script = "import loops, numpy as np; print(loops.__parc_native__, loops.survey(np.arange(9.0), np.arange(9)))"
    done = subprocess.run([sys.executable, "-c", script], cwd=parc.folder, capture_output=True, text=True, timeout=60)
    assert done.stdout.split("] ")[-1].strip().endswith("52.0"), done.stdout + done.stderr


def test_an_outside_compiler_says_nothing_of_vectors(explained, parc):
    parc.write("loops.py", LOOPS)
    done = parc("compile", "--report", "--format=json", "loops.py", env={"PARC_CXX": "clang++-19"}, check=0)
    assert all(json.loads(line)["machine"] == [] for line in done.stdout.splitlines())


def test_text(parc):
    parc.write("loops.py", LOOPS)
    text = parc("check", "--explain-loops", "loops.py", check=0).stderr
    assert "    reduction   at (goes with `best`), best (maximum with `at`), total (sum)\n" in text
    assert "    line 18: `a[p[i]]` may be out of bounds\n" in text
    assert text.count("`grid` and `out` do not overlap") == 1
    assert "\x1b[1;32mparallel" in parc("check", "--explain-loops", "--color=always", "loops.py", check=0).stderr


def test_refused_and_inner_loops(explained):
    loops = explained("check", "--explain-loops", check=1, text=LOOPS + '''

def prefix(a: NDArray[np.float64]) -> None:
    for i in par(range(1, len(a))):
        a[i] += a[i - 1]
''')
    prefix = loops["prefix"]
    assert prefix["verdict"] == "refused" and roles(prefix) == {"a": "shared", "i": "private"}
    assert prefix["reasons"] == ["iteration i = 1 writes a[1], which iteration i = 2 reads"]
    inner = explained("check", "--explain-loops", text=LOOPS.replace("for j in range(1, grid.shape[1] - 1)",
                                                                    "for j in par(range(1, grid.shape[1] - 1))"))
    assert inner["smooth"]["inner"] is True


def test_variables_of_callees_are_left_out(explained):
    loops = explained("check", "--explain-loops", text='''
import math
from parc import par


def height(y):
    root = math.sqrt(1.0 - y * y)
    return root


def area(n: int) -> float:
    s = 0.0
    for i in par(range(n)):
        s += height(i / n)
    return s
''')
    assert roles(loops["area"]) == {"i": "private", "n": "shared", "s": "reduction"}
    assert {check["line"] for check in loops["area"]["checks"]["inside"]} == {7, 14}


def test_index_arrays_of_32_bits_are_tested_in_every_iteration(parc):
    parc.write("gather.py", (
        "import numpy as np\nfrom numpy.typing import NDArray\nfrom parc import par\n\n\n"
        "def gather(out: NDArray[np.float64], x: NDArray[np.float64], p: NDArray[np.int32]) -> None:\n"
        "    for i in par(range(len(out))):\n"
        "        out[i] = x[p[i]]\n"))
    said = parc("compile", "--report", "gather.py", check=0).stderr
    assert "`x[p[i]]` may be out of bounds" in said and "machine code" in said
