"""Native calls into source modules beside the file."""
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
