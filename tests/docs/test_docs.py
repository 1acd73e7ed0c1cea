"""The Python listings of README.md and docs/*.md for `parc compile` do what the text around them says.

`<!-- compile -->` means that the listing compiles, that the native module can be imported and that its `example()`, if
there is one, gives what plain Python gives; `<!-- refuse PAR0501 -->` means that the compiler refuses it with this
code. Every other listing has to be Python once `par` is read as `for`; test_programs.py runs it.
"""
import ast
import os
import subprocess
import sys

import pytest
from pages import all_blocks
from parc_command import parc_command

MOST_LINES = 25
MOST_COMPILED = 14
SHOW = """
import importlib, os, sys
for name in sys.argv[2:]:
    module = importlib.import_module(name)
    assert bool(getattr(module, "__parc_native__", None)) == (sys.argv[1] == "native"), name + " is not " + sys.argv[1]
    print(name, repr(module.example()) if hasattr(module, "example") else "-")
"""
LISTINGS = [block for block in all_blocks() if block.language == "python"]
COMPILED = [block for block in LISTINGS if block.mark == "compile"]
REFUSED = [block for block in LISTINGS if block.mark == "refuse"]
OTHERS = [block for block in LISTINGS if block.mark not in ("compile", "refuse")]


def parc(*arguments):
    return subprocess.run([parc_command(), *map(str, arguments)], capture_output=True, text=True, timeout=300)


def place_of(block):
    return block.place


def show(mode, folder, names):
    """What `example()` of each module gives in a fresh interpreter, by name."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("OMP_", "PARC_"))}
    environment |= {"PYTHONPATH": str(folder), "PARC_SMALL": "0"}
    done = subprocess.run([sys.executable, "-c", SHOW, mode, *names], capture_output=True, text=True, env=environment)
    assert done.returncode == 0, done.stderr
    return dict(line.split(" ", 1) for line in done.stdout.splitlines())


def write(folder, name, text):
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.py").write_text(text, encoding="utf-8")
    return folder / f"{name}.py"


def masked(path):
    done = parc("emit", "--stage=masked", path)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_listings_are_short_and_few():
    assert 0 < len(COMPILED) <= MOST_COMPILED
    for block in COMPILED + REFUSED:
        assert block.text.count("\n") <= MOST_LINES, f"{block.place} is too long"


def test_compiled_listings(tmp_path):
    names = [block.name for block in COMPILED]
    paths = [write(tmp_path / "source", block.name, block.text) for block in COMPILED]
    done = parc("compile", "--out-dir", tmp_path / "native", *paths)
    assert done.returncode == 0, done.stderr
    for name, path in zip(names, paths):
        write(tmp_path / "plain", name, masked(path))
    assert show("native", tmp_path / "native", names) == show("plain", tmp_path / "plain", names)


@pytest.mark.parametrize("block", REFUSED, ids=place_of)
def test_refused_listing(block, tmp_path):
    done = parc("check", write(tmp_path, block.name, block.text))
    assert done.returncode == 1, f"{block.place} is not refused"
    assert f"error[{block.rest}]" in done.stderr


@pytest.mark.parametrize("block", OTHERS, ids=place_of)
def test_other_listing(block, tmp_path):
    ast.parse(masked(write(tmp_path, block.name, block.text)), filename=block.place)
