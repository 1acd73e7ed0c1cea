"""Builds what the tests of this folder compare with the interpreter."""

import os
import pathlib
import subprocess

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
CXX = os.environ.get("PARC_TEST_CXX", "clang++-19")
TABLES = ["ir/numeric.cpp", "ir/types.cpp", "ir/builtins.cpp", "ir/builtin_rules.cpp"] + [
    f"codegen/legalize/{name}.cpp" for name in ("operators", "conversions", "builtin_operators")
]
LIBRARY = [
    f"runtime/core/{name}.cpp"
    for name in ("libm", "norm", "gamma", "integers", "decimal_round", "complex_power", "complex_math")
]


def compile_cpp(*arguments):
    subprocess.run([CXX, "-I.", *map(str, arguments)], cwd=ROOT, check=True)


@pytest.fixture(scope="session")
def workshop(tmp_path_factory):
    return tmp_path_factory.mktemp("numeric")


@pytest.fixture(scope="session")
def kind_table(workshop):
    """Lines of dump_kinds: table, operator, left, right, result."""
    program = workshop / "dump_kinds"
    sources = ["tests/numeric/dump_kinds.cpp", "ir/numeric.cpp", "ir/types.cpp"]
    compile_cpp("-std=c++20", *sources, "-o", program)
    return subprocess.check_output([str(program)], text=True).splitlines()


@pytest.fixture(scope="session")
def dump_cells(workshop):
    """The program dump_cells, as a function from the table's name to its output."""
    program = workshop / "dump_cells"
    compile_cpp("-std=c++20", "tests/numeric/dump_cells.cpp", *TABLES, "-o", program)
    return lambda table: subprocess.check_output([str(program), table], text=True)


@pytest.fixture(scope="session")
def numeric_library(workshop):
    """The functions of the runtime library that the kernel calls."""
    path = workshop / "libnumeric.so"
    compile_cpp("-std=c++20", "-O2", "-fPIC", "-shared", *LIBRARY, "-o", path)
    return path


@pytest.fixture(scope="session")
def cell_library(workshop, dump_cells, numeric_library):
    """From a table's name to its compiled functions and the lines that describe them."""

    def build(table):
        text = dump_cells(table)
        source, path = workshop / f"{table}.cpp", workshop / f"{table}.so"
        source.write_text(text)
        flags = ["-std=c++17", "-w", "-O1", "-fPIC", "-shared", "-ffp-contract=off", "-fno-math-errno"]
        compile_cpp(*flags, source, numeric_library, f"-Wl,-rpath,{workshop}", "-o", path)
        return path, [line.split()[2:] for line in text.splitlines() if line.startswith("// cell")]

    return build
