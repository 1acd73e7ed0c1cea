"""The Python listings of README.md and docs/*.md do what the text around them says.

A line before a listing says what: `<!-- compile -->` means that it compiles, that the native module can be imported and
that its `example()`, if there is one, gives what plain Python gives; `<!-- refuse PAR0501 -->` means that the compiler
refuses it with this code. Every other listing has to be Python once `par` is read as `for`.
"""
import ast
import os
import pathlib
import re
import subprocess
import sys

import pytest
from parc_command import parc_command

ROOT = pathlib.Path(__file__).resolve().parents[2]
LISTING = re.compile(r"(?:^<!-- *(compile|refuse)(?: (PAR\d{4}))? *-->\n)?^```python\n(.*?)^```$", re.M | re.S)
MOST_LINES = 25
MOST_COMPILED = 14
SHOW = """
import importlib, os, sys
for name in sys.argv[2:]:
    module = importlib.import_module(name)
    assert bool(getattr(module, "__parc_native__", None)) == (sys.argv[1] == "native"), name + " is not " + sys.argv[1]
    print(name, repr(module.example()) if hasattr(module, "example") else "-")
"""


def parc(*arguments):
    return subprocess.run([parc_command(), *map(str, arguments)], capture_output=True, text=True, timeout=300)


def find_listings():
    """(name, kind, code, text, place) of every listing; the name is that of its module."""
    found = []
    for path in [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]:
        page = path.read_text(encoding="utf-8")
        for match in LISTING.finditer(page):
            line = page.count("\n", 0, match.start(3)) + 1
            name = f"{path.stem.lower()}_{line}"
            found.append((name, match[1] or "plain", match[2], match[3], f"{path.name}:{line}"))
    return found


LISTINGS = find_listings()


def of_kind(kind):
    return [pytest.param(*found, id=found[4]) for found in LISTINGS if found[1] == kind]


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
    compiled = [found for found in LISTINGS if found[1] == "compile"]
    assert 0 < len(compiled) <= MOST_COMPILED
    for name, kind, _, text, place in LISTINGS:
        assert kind == "plain" or text.count("\n") <= MOST_LINES, f"{place} is too long"


def test_compiled_listings(tmp_path):
    names = [found[0] for found in LISTINGS if found[1] == "compile"]
    texts = {found[0]: found[3] for found in LISTINGS}
    paths = [write(tmp_path / "source", name, texts[name]) for name in names]
    done = parc("compile", "--out-dir", tmp_path / "native", *paths)
    assert done.returncode == 0, done.stderr
    for name, path in zip(names, paths):
        write(tmp_path / "plain", name, masked(path))
    assert show("native", tmp_path / "native", names) == show("plain", tmp_path / "plain", names)


@pytest.mark.parametrize("name, kind, code, text, place", of_kind("refuse"))
def test_refused_listing(name, kind, code, text, place, tmp_path):
    done = parc("check", write(tmp_path, name, text))
    assert done.returncode == 1, f"{place} is not refused"
    assert f"error[{code}]" in done.stderr


@pytest.mark.parametrize("name, kind, code, text, place", of_kind("plain"))
def test_other_listing(name, kind, code, text, place, tmp_path):
    ast.parse(masked(write(tmp_path, name, text)), filename=place)
