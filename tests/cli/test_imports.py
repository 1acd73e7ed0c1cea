"""Native calls into source modules beside the file."""
from conftest import ROOT
from test_outputs import run_python

MAIN = """from parc import par
import numpy as np
from numpy.typing import NDArray
{imports}


def fill(out: NDArray[np.float64]) -> None:
    for i in par(range(len(out))):
        out[i] = {call}
"""
HELPER = """OFFSET = 0.5


def shifted(x):
    return 2.0 * x + OFFSET
"""
RUN = "import numpy as np, {module} as m; a = np.zeros(3); m.fill(a); print(*a, m.__name__)"


def check(parc, path, imports, call, module):
    parc.write(path, MAIN.format(imports=imports, call=call))
    parc("compile", path, check=0)
    run = run_python(parc.folder, RUN.format(module=module))
    assert run.stdout.split() == ["0.5", "2.5", "4.5", module], run.stderr


def test_from_import(parc):
    parc.write("helpers.py", HELPER)
    check(parc, "main.py", "from helpers import shifted as move", "move(i)", "main")


def test_import_of_a_module(parc):
    parc.write("helpers.py", HELPER)
    check(parc, "main.py", "import helpers", "helpers.shifted(i)", "main")


def test_relative_import_in_a_package(parc):
    parc.write("shapes/__init__.py", "")
    parc.write("shapes/helpers.py", HELPER)
    check(parc, "shapes/main.py", "from .helpers import shifted", "shifted(i)", "shapes.main")


def test_absolute_import_in_a_package(parc):
    parc.write("shapes/__init__.py", "")
    parc.write("shapes/inner/__init__.py", "")
    parc.write("shapes/helpers.py", HELPER)
    check(parc, "shapes/inner/main.py", "from shapes.helpers import shifted", "shifted(i)", "shapes.inner.main")


def test_errors_in_an_imported_module_name_its_file(parc):
    parc.write("helpers.py", "def shifted(x):\n    return x + nowhere\n")
    parc.write("main.py", MAIN.format(imports="from helpers import shifted", call="shifted(i)"))
    text = parc("check", "main.py", check=1).stderr
    assert "helpers.py:2" in text and "nowhere" in text


def fill(folder, **variables):
    return run_python(folder, RUN.format(module="main"), **variables)


def test_an_edited_module_behind_native_code(parc):
    helper = parc.write("lib/helpers.py", HELPER)
    parc.write("lib/__init__.py", "")
    parc.write("unused.py", "def f():\n    return 1\n")
    parc.write("main.py", MAIN.format(imports="from lib.helpers import shifted\nimport unused", call="shifted(i)"))
    parc("compile", "--out-dir", "build", "main.py", check=0)
    build = parc.folder / "build"
    place = {"PYTHONPATH": f"{build}:{parc.folder}:{ROOT / 'python'}"}
    assert fill(build, **place).stdout.split() == ["0.5", "2.5", "4.5", "main"]
    parc.write("unused.py", "def f():\n    return 2\n")
    assert fill(build, **place).returncode == 0
    parc.write("lib/helpers.py", HELPER.replace("0.5", "0.75"))
    done = fill(build, **place)
    assert "ImportError" in done.stderr and f"{helper} was edited after" in done.stderr
    assert f"run `parc compile {parc.folder / 'main.py'}`" in done.stderr
    assert fill(build, PARC_STALE="ignore", **place).stdout.split()[:3] == ["0.5", "2.5", "4.5"]
    assert fill(build, PARC_DISABLE="1", **place).stdout.split()[:3] == ["0.75", "2.75", "4.75"]
    parc("compile", "--out-dir", "build", "main.py", check=0)
    assert fill(build, **place).stdout.split()[:3] == ["0.75", "2.75", "4.75"]


def test_a_missing_module_behind_native_code(parc):
    helper = parc.write("helpers.py", HELPER)
    parc.write("main.py", MAIN.format(imports="from helpers import shifted", call="shifted(i)"))
    parc("compile", "main.py", check=0)
    moved = parc.folder / "elsewhere" / "helpers.py"
    moved.parent.mkdir()
    helper.rename(moved)
    done = fill(parc.folder, PYTHONPATH=f"{parc.folder}:{moved.parent}:{ROOT / 'python'}")
    assert done.stdout.split() == ["0.5", "2.5", "4.5", "main"], done.stderr


def test_a_constant_of_an_edited_module(parc):
    parc.write("helpers.py", HELPER)
    parc.write("main.py", MAIN.format(imports="from helpers import OFFSET", call="2.0 * i + OFFSET"))
    parc("compile", "main.py", check=0)
    assert fill(parc.folder).returncode == 0
    parc.write("helpers.py", "OFFSET = 1.5\n")
    assert "helpers.py was edited after" in fill(parc.folder).stderr
