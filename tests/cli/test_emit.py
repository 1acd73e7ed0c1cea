"""`parc emit`: the text of every stage."""
import pytest

from conftest import HEAT, REFUSED


@pytest.mark.parametrize("stage, piece", [
    ("masked", "for i in par(range(1, len(a) - 1)):"),
    ("syntax", "step"),
    ("ir", "par %"),
    ("cpp", "#pragma omp"),
    ("llvm", "__kmpc_fork_call"),
    ("asm", "PyInit_heat:"),
])
def test_stages(parc, stage, piece):
    parc.write("heat.py", HEAT)
    done = parc("emit", f"--stage={stage}", "heat.py", check=0)
    assert piece in done.stdout
    assert done.stdout == parc("emit", f"--stage={stage}", "heat.py", check=0).stdout
    assert parc.names() == ["heat.py"]


def test_statement_form_is_masked(parc):
    parc.write("statement.py", "def f(n: int) -> None:\n    par i in range(n):\n        pass\n")
    assert "    for i in range(n):" in parc("emit", "--stage=masked", "statement.py", check=0).stdout


def test_after_a_pass(parc):
    parc.write("heat.py", HEAT)
    for name in ("check", "inline"):
        assert "par %" in parc("emit", f"--after={name}", "heat.py", check=0).stdout


def test_into_a_file(parc):
    parc.write("heat.py", HEAT)
    assert parc("emit", "-o", "heat.cpp", "heat.py", check=0).stdout == ""
    assert "#include \"kernel.h\"" in (parc.folder / "heat.cpp").read_text()
    assert "PAR0005" in parc("emit", "-o", "gone/heat.cpp", "heat.py", check=1).stderr


def test_errors(parc):
    parc.write("prefix.py", REFUSED)
    done = parc("emit", "prefix.py", check=1)
    assert done.stdout == "" and "PAR05" in done.stderr
    parc.write("broken.py", "def f(:\n")
    assert "PAR01" in parc("emit", "--stage=syntax", "broken.py", check=1).stderr


def test_what_is_wrong_with_the_compiler_is_said(parc):
    parc.write("heat.py", HEAT)
    done = parc("emit", "--stage=asm", "--cpu", "z80", "heat.py", check=2)
    assert "--cpu cannot be z80" in done.stderr
    done = parc("emit", "--stage=asm", "heat.py", env={"PARC_CXX": "nowhere"}, check=1)
    assert "PAR0803" in done.stderr
