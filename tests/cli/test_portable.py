"""`--cpu=portable`: one module with the code of several CPUs."""
import json
import subprocess
import sys

import pytest

from conftest import HEAT, SUFFIX, Parc

MODULE = "heat" + SUFFIX
CPUS = ["x86-64-v2", "x86-64-v3", "x86-64-v4"]

RUN = """
import numpy as np, heat
a = np.random.default_rng(1).random(100003)
out = np.zeros(len(a))
heat.step(out, a)
print(getattr(heat, "__parc_cpu__", None), heat.total(a).hex(), heat.total(out).hex())
"""


def run(parc, **environment):
    """What the program prints, as words, or what it ends with."""
    done = subprocess.run([sys.executable, "-c", RUN], cwd=parc.folder, env=environment, capture_output=True, text=True,
                          timeout=60)
    return done.stdout.split() if done.returncode == 0 else done.stderr


@pytest.fixture(scope="module")
def machine(tmp_path_factory):
    """The CPUs that this machine can stand in for, the best last."""
    parc = Parc(tmp_path_factory.mktemp("machine"))
    parc.write("heat.py", HEAT)
    parc("compile", "--cpu=portable", "heat.py", check=0)
    found = {cpu: run(parc, PARC_CPU=cpu) for cpu in CPUS}
    for cpu, outcome in found.items():
        assert outcome[0] == cpu or f"PARC_CPU asks for {cpu}, but this machine does not have" in outcome
    return [cpu for cpu in CPUS if found[cpu][0] == cpu]


@pytest.mark.parametrize("compiler", ["", "clang++-19", "g++"])
def test_every_version_has_the_same_bits(parc, machine, compiler):
    parc.write("heat.py", HEAT)
    parc("compile", "--cpu=portable", "heat.py", env={"PARC_CXX": compiler}, check=0)
    assert parc.names() == [MODULE, "heat.py", "heat.pyi", "libomp.so.5"]
    results = {tuple(run(parc, PARC_CPU=cpu)[1:]) for cpu in machine}
    assert len(results) == 1
    best = run(parc)
    assert best[0] == machine[-1] and tuple(best[1:]) in results
    assert run(parc, PARC_CPU="")[0] == machine[-1]


def test_an_unknown_cpu_fails_the_import(parc):
    parc.write("heat.py", HEAT)
    parc("compile", "--cpu=portable", "heat.py", check=0)
    problem = run(parc, PARC_CPU="x86-64-v9")
    assert ("ImportError: heat cannot be loaded: PARC_CPU asks for x86-64-v9, but there is code for x86-64-v4, "
            "x86-64-v3, x86-64-v2 only") in problem


def test_other_modules_have_one_version(parc):
    parc.write("heat.py", HEAT)
    parc("compile", "heat.py", check=0)
    assert run(parc, PARC_CPU="x86-64-v9")[0] == "None"


def test_one_entry_is_visible_and_no_code_is_shared(parc):
    parc.write("heat.py", HEAT)
    parc("compile", "--cpu=portable", "heat.py", check=0)
    exported = subprocess.run(["nm", "-D", "--defined-only", parc.folder / MODULE], capture_output=True, text=True,
                              check=True).stdout
    assert [line.split()[-1] for line in exported.splitlines()] == ["PyInit_heat"]
    # A function that the linker took from one version only might have instructions that others must not use.
    for compiler in ("", "clang++-19", "g++"):
        parc("emit", "--stage=object", "-o", "heat.o", "heat.py", env={"PARC_CXX": compiler}, check=0)
        symbols = subprocess.run(["nm", "--defined-only", "--extern-only", parc.folder / "heat.o"], capture_output=True,
                                 text=True, check=True).stdout
        assert [line.split()[-1] for line in symbols.splitlines()] == ["PyInit_heat"], compiler


def test_the_same_bytes_again(parc):
    parc.write("heat.py", HEAT)
    parc("compile", "--cpu=portable", "heat.py", check=0)
    first = (parc.folder / MODULE).read_bytes()
    parc("compile", "--cpu=portable", "heat.py", check=0)
    assert first == (parc.folder / MODULE).read_bytes()


def test_report(parc):
    parc.write("heat.py", HEAT)
    done = parc("compile", "--report", "--format=json", "--cpu=portable", "heat.py", check=0)
    loops = {thing["function"]: thing for thing in map(json.loads, done.stdout.splitlines()) if thing["kind"] == "loop"}
    assert all(len(loop["machine"]) == 1 and loop["machine"][0]["vectorised"] for loop in loops.values())


def test_stages(parc):
    parc.write("heat.py", HEAT)
    assert "PyInit_heat" in parc("emit", "--stage=cpp", "--cpu=portable", "heat.py", check=0).stdout
    assert "target-cpu\"=\"x86-64-v3" in parc("emit", "--stage=llvm", "--cpu=portable", "heat.py", check=0).stdout
    for stage in ("asm", "object"):
        done = parc("emit", f"--stage={stage}", "--cpu=portable", "heat.py", check=2)
        assert f"--cpu=portable has three versions of the {stage} stage" in done.stderr
        assert "name one of them, such as --cpu=x86-64-v3" in done.stderr


def test_it_is_cleaned(parc):
    parc.write("heat.py", HEAT)
    parc("compile", "--cpu=portable", "heat.py", check=0)
    parc("clean", "heat.py", check=0)
    assert parc.names() == ["heat.py"]
