"""`parc race`: a recorded run."""
import json
import sys

import pytest

SCRIPT = """
import sys
import numpy as np
from numpy.typing import NDArray
from parc import par


def scatter(out: NDArray[np.float64], p: NDArray[np.int64]) -> None:
    for i in par(range(len(p)), check="trust"):
        out[p[i]] = i * 1.0


if __name__ == "__main__":
    out = np.zeros(5)
    scatter(out, np.array([int(word) for word in sys.argv[1:]]))
    print(__file__, out.tolist())
"""


@pytest.fixture
def race(parc, tmp_path, monkeypatch):
    monkeypatch.setenv("PARC_PYTHON", sys.executable)
    (tmp_path / "scatter.py").write_text(SCRIPT)
    return lambda *words: parc("race", *words, cwd=tmp_path)


def test_collision(race):
    done = race("--color", "never", "scatter.py", "2", "0", "2")
    assert done.returncode == 66
    assert done.stdout.endswith("scatter.py [1.0, 0.0, 2.0, 0.0, 0.0]\n")
    assert "error[PAR0513]: iteration i = 0 writes out[2], which iteration i = 2 writes too" in done.stderr
    assert "in this par loop" in done.stderr


def test_none(race):
    done = race("scatter.py", "2", "0", "1")
    assert done.returncode == 0
    assert "no iterations collided; 1 par loop ran" in done.stderr
    assert race("-q", "scatter.py", "1").stderr == ""


def test_json(race):
    done = race("--format", "json", "scatter.py", "3", "3")
    item = json.loads(done.stdout.splitlines()[-1])
    assert (done.returncode, item["code"], item["line"]) == (66, "PAR0513", 10)


def test_no_loop_ran(race, tmp_path):
    (tmp_path / "nothing.py").write_text("print(1)\n")
    done = race("nothing.py")
    assert done.returncode == 0
    assert "no par loop ran" in done.stderr


def test_exit_status_is_the_scripts(race, tmp_path):
    (tmp_path / "leave.py").write_text("import sys\nsys.exit(int(sys.argv[1]))\n")
    assert race("leave.py", "7").returncode == 7
    assert race("scatter.py", "x").returncode == 1


def test_modules_in_packages_and_refused_loops(race, tmp_path):
    package = tmp_path / "package"
    package.mkdir()
    (package / "__init__.py").write_text("")
    (package / "sums.py").write_text(
        "from parc import par\nfrom numpy.typing import NDArray\nimport numpy as np\n\n\n"
        "def prefix(a: NDArray[np.float64]):\n    for i in par(range(1, len(a))):\n"
        "        a[i] += a[i - 1]\n"
    )
    (tmp_path / "main.py").write_text(
        "import numpy as np\nfrom package.sums import prefix\n\na = np.ones(3)\nprefix(a)\nprint(a.tolist())\n"
    )
    done = race("main.py")
    assert done.returncode == 66
    assert done.stdout == "[1.0, 2.0, 3.0]\n"
    assert "package/sums.py:8" in done.stderr


def test_memory_that_is_used_again_is_no_collision(race, tmp_path):
    (tmp_path / "fresh.py").write_text(
        "import numpy as np\nfrom numpy.typing import NDArray\nfrom parc import par\n\n\n"
        "def own(a: NDArray[np.float64]):\n    for i in par(range(len(a))):\n        t = np.zeros(3)\n"
        "        t[0] = a[i]\n        a[i] = t[0] + t[1]\n\n\nown(np.ones(9))\n"
    )
    assert race("fresh.py").returncode == 0


def test_errors(race, tmp_path):
    assert race("missing.py").returncode == 1
    (tmp_path / "broken.py").write_text("from parc import par\nfor i in par(\n")
    assert race("broken.py").returncode == 1
    assert race().returncode == 2


def test_rows_are_named_as_in_the_source(race, tmp_path):
    (tmp_path / "rows.py").write_text(
        "import numpy as np\nfrom numpy.typing import NDArray\nimport parc\nfrom parc import par\n\n\n"
        "def rows(m: parc.f64[:, :], p: NDArray[np.int64]) -> None:\n"
        "    for i in par(range(len(p)), check=\"trust\"):\n"
        "        m[p[i], 1:] += 1.0\n\n\n"
        "rows(np.zeros((4, 3)), np.array([2, 0, 2]))\n")
    done = race("--color", "never", "rows.py")
    assert done.returncode == 66
    assert "iteration i = 0 writes m[p[i], 1:][0], which iteration i = 2" in done.stderr
