"""Programs of unreasonable size and shape: a coded message or a module, and never a long wait."""
import resource

import pytest

from conftest import SUFFIX

START = "from parc import par\n"
# Seconds of CPU; an idle machine needs a fraction of it.
MOST = 30


def loop_nest(depth):
    lines = ["def f(n: int) -> int:", "    s = 0"]
    lines += ["  " * (k + 2) + f"for i{k} in par(range(n)):" for k in range(depth)]
    return START + "\n".join([*lines, "  " * (depth + 2) + "s += 1", "    return s", ""])


def many_updates(count):
    body = "".join(f"        s += i * {k}\n" for k in range(count))
    return START + f"def f(n: int) -> int:\n    s = 0\n    for i in par(range(n)):\n{body}    return s\n"


def products(count):
    names = [f"p{k}" for k in range(count)]
    parameters = ", ".join(f"{name}: int" for name in names)
    return (START + "from parc import f64\n"
            f"def f(a: f64[:], {parameters}) -> float:\n    s = 0.0\n    for i in par(range(100)):\n"
            f"        s += a[{' * '.join(names)} + i]\n    return s\n")


@pytest.mark.parametrize("name, text", [
    ("nest", loop_nest(12)),
    ("products", products(14)),
    ("updates", many_updates(1000)),
])
def test_large_programs_compile(parc, name, text):
    parc.write(f"{name}.py", text)
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    parc("compile", f"{name}.py", check=0)
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before < MOST
    assert f"{name}{SUFFIX}" in parc.names()


def test_too_large_to_be_optimised_is_said(parc):
    parc.write("updates.py", many_updates(1000))
    assert "warning[PAR0709]" in parc("emit", "-o", "updates.cpp", "updates.py", check=0).stderr
    assert "PARC_LARGE" in (parc.folder / "updates.cpp").read_text()
