"""`parc stub`, and the stubs that `parc compile` writes: where they go, and which files they never replace."""
import os

from conftest import HEAT, REFUSED, SUFFIX

MARK = "# Written by parc stub from heat.py.\n"
FOREIGN = "def total(a) -> float: ...\n"


def test_beside_the_source(parc):
    parc.write("heat.py", HEAT)
    done = parc("stub", "heat.py", check=0)
    assert done.stderr == "wrote heat.pyi\n"
    text = (parc.folder / "heat.pyi").read_text()
    assert text.startswith(MARK)
    assert "def total(a: NDArray[np.float64]) -> float: ...\n" in text and "stencil" not in text
    assert parc("stub", "--quiet", "heat.py", check=0).stderr == ""


def test_out_dir_and_output(parc):
    parc.write("heat.py", HEAT)
    parc.write("deep/cold.py", HEAT)
    parc("stub", "--out-dir", "stubs/made", "heat.py", "deep/cold.py", check=0)
    assert parc.names("stubs/made") == ["cold.pyi", "heat.pyi"]
    parc("stub", "-o", "warm.pyi", "heat.py", check=0)
    assert (parc.folder / "warm.pyi").read_bytes() == (parc.folder / "stubs/made/heat.pyi").read_bytes()
    assert "-o names one stub" in parc("stub", "-o", "x.pyi", "heat.py", "deep/cold.py", check=2).stderr
    assert "ends in .pyi" in parc("stub", "-o", "x.py", "heat.py", check=2).stderr
    assert "PAR0005" in parc("stub", "-o", "gone/x.pyi", "heat.py", check=1).stderr


def test_a_refused_file_has_a_stub(parc):
    parc.write("prefix.py", REFUSED)
    parc("stub", "prefix.py", check=0)
    assert "def prefix(a: NDArray[np.float64]) -> None: ..." in (parc.folder / "prefix.pyi").read_text()


def test_a_file_with_syntax_errors_has_none(parc):
    parc.write("broken.py", "def f(:\n")
    assert "PAR01" in parc("stub", "broken.py", check=1).stderr
    assert parc.names() == ["broken.py"]
    assert "PAR0001" in parc("stub", "gone.py", check=1).stderr


def test_a_foreign_stub_is_never_replaced(parc):
    parc.write("heat.py", HEAT)
    parc.write("heat.pyi", FOREIGN)
    done = parc("stub", "heat.py", check=1)
    assert "PAR0005" in done.stderr and "parc did not write" in done.stderr
    done = parc("compile", "heat.py", check=0)
    assert "note[PAR0710]" in done.stderr and "heat.pyi" in done.stderr
    assert parc("compile", "--no-stub", "heat.py", check=0).stderr.count("PAR0710") == 0
    parc("clean", "heat.py", check=0)
    parc("clean", ".", check=0)
    assert (parc.folder / "heat.pyi").read_text() == FOREIGN


def test_compile_writes_one(parc):
    parc.write("heat.py", HEAT)
    done = parc("compile", "--out-dir", "build", "heat.py", check=0)
    assert "wrote build/heat.pyi" in done.stderr
    parc("compile", "-o", "build/warm.so", "heat.py", check=0)
    assert parc.names("build") == sorted(["heat.pyi", f"heat{SUFFIX}", "libomp.so.5", "warm.pyi", "warm.so"])
    assert (parc.folder / "build/warm.pyi").read_text().startswith(MARK)
    parc("compile", "--record", "-o", "recorded.so", "heat.py", check=0)
    assert "recorded.pyi" not in parc.names()


def test_a_package_has_the_stub_of_its_name(parc):
    parc.write("heat/__init__.py", HEAT)
    parc("compile", "heat/__init__.py", check=0)
    assert "__init__.pyi" in parc.names("heat")


def test_clean(parc):
    for name in ("heat.py", "cold.py"):
        parc.write(name, HEAT)
    parc("compile", "heat.py", "cold.py", check=0)
    parc.write(".heat.pyi.parc-999999999", "half")
    done = parc("clean", "heat.py", check=0)
    assert "removed heat.pyi" in done.stderr
    assert parc.names() == sorted(["cold.py", "cold.pyi", f"cold{SUFFIX}", "heat.py", "libomp.so.5"])
    parc("stub", "heat.py", check=0)
    parc("clean", ".", check=0)
    assert parc.names() == ["cold.py", "heat.py"]


def test_nothing_half_written(parc):
    parc.write("heat.py", HEAT)
    (parc.folder / "heat.pyi").mkdir()
    assert "PAR0005" in parc("stub", "heat.py", check=1).stderr
    assert [name for name in os.listdir(parc.folder) if name.startswith(".")] == []
