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
STATEMENT_FORM = ("partitions_stmt.py", "water.py")


@pytest.fixture(scope="module")
def samples(tmp_path_factory):
    """A copy without stubs and modules, which checkers would read in place of the files."""
    folder = tmp_path_factory.mktemp("samples")
    left_out = shutil.ignore_patterns("*.pyi", "*.so*", *STATEMENT_FORM, "package")
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


@pytest.fixture(scope="module")
def package(tmp_path_factory):
    """The folder of the sample package's sources, with a stub in place of its file in the statement form."""
    folder = tmp_path_factory.mktemp("package")
    sources = SAMPLES / "package" / "src" / "terrain"
    left_out = shutil.ignore_patterns("*.pyi", "*.so*", *STATEMENT_FORM)
    shutil.copytree(sources, folder / "terrain", ignore=left_out)
    command = [parc_command(), "stub", "--quiet", "--out-dir", folder / "terrain", sources / "water.py"]
    subprocess.run(command, check=True)
    return folder


def test_the_package(package):
    mypy(package, "-p", "terrain")
    assert "0 errors" in pyright(package, ".")
    ruff(package, "terrain")


def test_mypy(samples):
    mypy(samples, "--explicit-package-bases", ".")


def test_pyright(samples):
    assert "0 errors, 0 warnings" in pyright(samples, ".")


def test_ruff(samples):
    ruff(samples, ".")


def test_stubs_of_compiled_samples(compiled):
    names = sorted(path.stem for path in compiled.glob("*.pyi"))
    assert {pathlib.Path(name).stem for name in STATEMENT_FORM[:1]} <= set(names) and len(names) > 9
    assert "0 errors, 0 warnings" in pyright(compiled, *(f"{name}.pyi" for name in names))
    stubtest(compiled, *names)
