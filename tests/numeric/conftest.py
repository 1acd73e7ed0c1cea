"""Builds what the tests of this folder compare with the interpreter."""

import os
import pathlib
import subprocess

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
CXX = os.environ.get("PARC_TEST_CXX", "clang++-19")


@pytest.fixture(scope="session")
def kind_table(tmp_path_factory):
    """Lines of dump_kinds: table, operator, left, right, result."""
    program = tmp_path_factory.mktemp("kinds") / "dump_kinds"
    sources = ["tests/numeric/dump_kinds.cpp", "ir/numeric.cpp", "ir/types.cpp"]
    subprocess.run(
        [CXX, "-std=c++20", "-I.", *sources, "-o", str(program)], cwd=ROOT, check=True
    )
    done = subprocess.run([str(program)], check=True, capture_output=True, text=True)
    return done.stdout.splitlines()
