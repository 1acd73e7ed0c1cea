"""The samples in the form `for i in par(xs):`, and the README's listings, pass the type checkers and the linter, with
nothing switched off; the stubs of the compiled samples are what Python finds in the modules."""
import pathlib
import re
import shutil
import subprocess

import pytest
from checkers import ROOT, mypy, pyright, ruff, stubtest
from parc_command import parc_command

SAMPLES = ROOT / "samples"
STATEMENT_FORM = "partitions_stmt.py"


@pytest.fixture(scope="module")
def samples(tmp_path_factory):
    """A copy without stubs and modules, which checkers would read in place of the files."""
    folder = tmp_path_factory.mktemp("samples")
    # The package has a module in the statement form, which checkers know by its stub once it is compiled.
    left_out = shutil.ignore_patterns("*.pyi", "*.so*", STATEMENT_FORM, "package")
    shutil.copytree(SAMPLES, folder, dirs_exist_ok=True, ignore=left_out)
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for number, listing in enumerate(re.findall(r"^```python\n(.*?)^```$", readme, re.M | re.S)):
        (folder / f"readme_{number}.py").write_text(listing, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def compiled(tmp_path_factory):
    folder = tmp_path_factory.mktemp("compiled")
    files = [path for path in SAMPLES.glob("*/*.py") if path.name != "run.py"]
    command = [parc_command(), "compile", "--quiet", "--out-dir", str(folder), *map(str, files)]
    subprocess.run(command, check=True)
    return folder


def test_mypy(samples):
    mypy(samples, "--explicit-package-bases", ".")


def test_pyright(samples):
    assert "0 errors, 0 warnings" in pyright(samples, ".")


def test_ruff(samples):
    ruff(samples, ".")


def test_stubs_of_compiled_samples(compiled):
    names = sorted(path.stem for path in compiled.glob("*.pyi"))
    assert pathlib.Path(STATEMENT_FORM).stem in names and len(names) > 9
    assert "0 errors, 0 warnings" in pyright(compiled, *(f"{name}.pyi" for name in names))
    stubtest(compiled, *names)
