"""Tests of what compiles while a program runs: each with a cache of its own."""

import json
import os
import pathlib
import subprocess
import sys
import textwrap

import pytest

PYTHON = pathlib.Path(sys.executable)
COMMAND = PYTHON.parent / "parc"


class Place:
    """A folder with programs, and the cache that they use."""

    def __init__(self, folder, cache):
        self.folder = folder
        self.cache = cache
        self.python = PYTHON

    def write(self, name, text):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(textwrap.dedent(text))
        return path

    def environment(self, **more):
        return {**os.environ, "PARC_CACHE_DIR": str(self.cache), **more}

    def start(self, *words, **more):
        return subprocess.Popen([str(PYTHON), *map(str, words)], cwd=self.folder, env=self.environment(**more),
                                stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)

    def run(self, *words, status=0, **more):
        """What the program prints, errors too."""
        process = self.start(*words, **more)
        output, _ = process.communicate(timeout=120)
        assert process.returncode == status, output
        return output

    def parc(self, *words, status=0):
        done = subprocess.run([str(COMMAND), *words], cwd=self.folder, env=self.environment(), capture_output=True,
                              text=True, timeout=120)
        assert done.returncode == status, done.stderr
        return done.stdout + done.stderr

    def info(self):
        return json.loads(self.parc("cache", "info", "--format", "json"))

    def entries(self):
        return sorted(self.cache.glob("llvmcache-*"))


@pytest.fixture
def cache(tmp_path, monkeypatch):
    folder = tmp_path / "cache"
    monkeypatch.setenv("PARC_CACHE_DIR", str(folder))
    return folder


@pytest.fixture
def place(tmp_path, cache):
    folder = tmp_path / "work"
    folder.mkdir()
    return Place(folder, cache)
