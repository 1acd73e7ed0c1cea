"""`parc stub` on small files of all that a module can hold: corpus/NAME.py gives corpus/NAME.pyi.

`.venv/bin/parc stub tests/types/corpus/*.py` writes them anew; read the difference before it is committed.
"""
import pathlib
import shutil
import subprocess

import pytest
from checkers import mypy, pyright, stubtest
from parc_command import parc_command

CORPUS = pathlib.Path(__file__).resolve().parent / "corpus"
NAMES = sorted(path.stem for path in CORPUS.glob("*.py"))
# Those that this Python can import, without what stubtest itself does not follow.
IMPORTED = ("classes", "exports", "functions", "variables")


@pytest.mark.parametrize("name", NAMES)
def test_text(name, tmp_path):
    made = tmp_path / "made.pyi"
    subprocess.run([parc_command(), "stub", "--quiet", "-o", made, CORPUS / f"{name}.py"], check=True)
    assert made.read_text() == (CORPUS / f"{name}.pyi").read_text()


def test_type_checkers_take_them():
    stubs = [f"{name}.pyi" for name in NAMES]
    mypy(CORPUS, "--python-version", "3.12", *stubs)
    pyright(CORPUS, "--pythonversion", "3.12", *stubs)


def test_they_are_what_python_finds(tmp_path):
    for name in IMPORTED:
        shutil.copy(CORPUS / f"{name}.py", tmp_path)
        shutil.copy(CORPUS / f"{name}.pyi", tmp_path)
    stubtest(tmp_path, *IMPORTED)
