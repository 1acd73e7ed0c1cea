"""What a reader of README.md and docs/*.md would type is done, page by page, in the order of the page.

The blocks of a page share a folder: files are written there, programs and shell lines run there, and what a block is
said to print is held against what the block before it printed. Cells of a page run in one kernel.
"""
import functools
import os
import pathlib
import re
import shutil
import subprocess
import sys

import nbformat
import pytest
from nbclient import NotebookClient
from pages import PAGES, blocks_of
from parc_command import parc_command

MARKS = ("", "file", "prints", "needs")  # of the blocks that are looked at here
OTHER_MARKS = ("compile", "refuse", "fragment", "not", "in", "make", "meson")


@pytest.fixture
def environment(tmp_path_factory):
    """The environment of a page: parc is on the path, and the cache is empty at first."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("OMP_", "PARC_"))}
    folders = [pathlib.Path(parc_command()).parent, pathlib.Path(sys.executable).parent]
    path = os.pathsep.join([*map(str, folders), kept.get("PATH", "")])
    cache = tmp_path_factory.mktemp("cache") / "parc"
    return kept | {"PATH": path, "PARC_CACHE_DIR": str(cache), "NO_COLOR": "1"}


def has_language(*languages):
    found = [page for page in PAGES if any(block.language in languages and block.mark in MARKS for block in blocks_of(page))]
    return pytest.mark.parametrize("page", found, ids=lambda page: page.name)


def command_of(block, folder):
    if block.language == "sh":
        return ["bash", "-eu", "-o", "pipefail", "-c", block.text]
    (folder / f"{block.name}.py").write_text(block.text, encoding="utf-8")
    return [sys.executable, f"{block.name}.py"]


@functools.cache
def has(command):
    """Whether the command is there, and may do its work: gdb needs the right to trace."""
    if not shutil.which(command):
        return False
    if command != "gdb":
        return True
    done = subprocess.run(["gdb", "-q", "-batch", "-ex", "run", "--args", "true"], capture_output=True, text=True, timeout=60)
    return "exited normally" in done.stdout


def is_run(block):
    if block.mark == "needs":
        return all(map(has, block.rest.split()))
    return block.language in ("python", "sh") and block.mark == ""


def prints(block, output):
    """Whether the block's text stands in the output."""
    return re.search(".*?".join(map(re.escape, block.text.split("…"))), output, re.S) is not None


@has_language("python", "sh")
def test_programs(page, tmp_path, environment):
    output = None
    for block in blocks_of(page):
        if block.mark == "file":
            path = tmp_path / block.rest
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(block.text, encoding="utf-8")
        elif block.mark == "prints":
            assert output is None or prints(block, output), f"{block.place}: the output is\n{output}"
        elif block.language in ("python", "sh"):
            output = run(block, tmp_path, environment) if is_run(block) else None


def run(block, folder, environment):
    done = subprocess.run(
        command_of(block, folder), cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        text=True, timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, f"{block.place}:\n{done.stdout}"
    return done.stdout


@has_language("ipython")
def test_cells(page, tmp_path, environment, monkeypatch):
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    cells = [nbformat.v4.new_code_cell(block.text) for block in blocks_of(page) if block.language == "ipython"]
    notebook = nbformat.v4.new_notebook(cells=cells)
    NotebookClient(notebook, timeout=60, kernel_name="python3", resources={"metadata": {"path": str(tmp_path)}}).execute()


def test_marks_are_known():
    for page in PAGES:
        for block in blocks_of(page):
            assert block.mark in MARKS + OTHER_MARKS, f"{block.place}: what is {block.mark}?"
            assert block.mark != "not" or re.match(r"run: \w", block.rest), f"{block.place} does not say why it is not run"
