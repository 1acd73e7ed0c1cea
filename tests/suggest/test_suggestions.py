"""`parc suggest` on serial programs labelled by hand, and the change that it makes.

A loop whose line ends in `# par` is to be suggested, one that ends in `# serial` to stay as it is, one without a comment
stands in a loop that is parallel. With all changes made the program compiles, and gives what it gave before.
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys

import pytest
from parc_command import parc_command

HERE = pathlib.Path(__file__).resolve().parent
PROGRAMS = sorted((HERE / "programs").glob("*.py"))
SHOW = "import sys, importlib; print(repr(importlib.import_module(sys.argv[1]).example()))"


def run(*command, **settings):
    return subprocess.run([str(word) for word in command], capture_output=True, text=True, timeout=120, **settings)


def parc(*arguments, cwd=None):
    done = run(parc_command(), *arguments, cwd=cwd)
    assert done.returncode == 0, done.stdout + done.stderr
    return done


def labelled(path, label):
    return {number for number, line in enumerate(path.read_text().splitlines(), 1)
            if re.search(rf"\bfor .*# {label}\b", line)}


def places(text, code):
    return {int(line) for line in re.findall(rf"note\[{code}\].*\n *--> [^:\n]*:(\d+):", text)}


def show(folder, name):
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("OMP_", "PARC_"))}
    done = run(sys.executable, "-c", SHOW, name, cwd=folder, env=environment | {"PARC_SMALL": "0"})
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("path", PROGRAMS, ids=lambda path: path.stem)
def test_labels(path):
    text = parc("suggest", path).stderr
    assert places(text, "PAR0707") == labelled(path, "par")
    assert places(text, "PAR0708") <= labelled(path, "serial")


@pytest.mark.parametrize("path", PROGRAMS, ids=lambda path: path.stem)
def test_the_changed_program_gives_the_same(path, tmp_path):
    plain, changed = tmp_path / "plain", tmp_path / "changed"
    for folder in (plain, changed):
        folder.mkdir()
        shutil.copy(path, folder)
    parc("suggest", "-q", "--write", changed / path.name)
    assert places(parc("suggest", changed / path.name).stderr, "PAR0707") == set()
    expected = show(plain, path.stem)
    assert show(changed, path.stem) == expected, "as Python"
    parc("compile", "-q", changed / path.name)
    assert show(changed, path.stem) == expected, "natively"


def test_there_are_enough_programs():
    assert len(PROGRAMS) >= 10 and sum(len(labelled(path, "par")) for path in PROGRAMS) >= 20
