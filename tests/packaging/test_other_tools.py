"""What make, Meson and CMake are told, and the blocks of docs/packages.md that say how to use it."""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import sysconfig

import pytest
from conftest import ROOT
from parc_command import parc_command

PAGE = (ROOT / "docs" / "packages.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^<!-- (in|make|meson) (\S+) -->\n```\w+\n(.*?)^```$", re.M | re.S)
SUFFIX = sysconfig.get_config_var("EXT_SUFFIX")
HELPER = "def twice(x: float) -> float:\n    return 2.0 * x\n"
HEAT = """from helper import twice


def total(n: int) -> float:
    s = 0.0
    par i in range(n):
        s += twice(0.5)
    return s
"""


def blocks(kind):
    return [match.groups()[1:] for match in BLOCK.finditer(PAGE) if match[1] == kind]


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "heat.py").write_text(HEAT)
    (tmp_path / "helper.py").write_text(HELPER)
    return tmp_path


def run(folder, *words, check=True, **more):
    beside = pathlib.Path(parc_command()).parent
    environment = os.environ | {"PATH": f"{beside}{os.pathsep}{os.environ['PATH']}"} | more
    done = subprocess.run(list(map(str, words)), cwd=folder, env=environment, capture_output=True, text=True, timeout=120)
    assert not check or done.returncode == 0, done.stdout + done.stderr
    return done


def total_in(folder):
    show = "import heat; print(heat.total(10**5), heat.__parc_native__['total']['signatures'])"
    return run(folder, sys.executable, "-c", show, PYTHONPATH=str(folder)).stdout.strip()


@pytest.mark.parametrize("file, text", [pytest.param(*found, id=found[0]) for found in blocks("in")])
def test_block_is_in_the_sample(file, text):
    assert text in (ROOT / file).read_text(encoding="utf-8")


@pytest.mark.parametrize("number", range(len(blocks("make"))))
def test_make(number, folder):
    (folder / "Makefile").write_text(blocks("make")[number][1])
    run(folder, "make")
    assert total_in(folder) == "100000.0 ('(n: int) -> float',)"
    assert "up to date" in run(folder, "make").stdout
    later = (folder / f"heat{SUFFIX}").stat().st_mtime_ns + 10**9
    (folder / "helper.py").write_text(HELPER.replace("2.0", "4.0"))
    os.utime(folder / "helper.py", ns=(later, later))
    run(folder, "make")
    assert total_in(folder).startswith("200000.0")


def test_meson(folder):
    ((_, text),) = blocks("meson")
    (folder / "meson.build").write_text(text)
    run(folder, sys.executable, "-m", "mesonbuild.mesonmain", "setup", "made", CXX="g++")
    run(folder, "ninja", "-C", "made")
    shutil.copy(folder / "helper.py", folder / "made")
    assert "[$ORIGIN" in run(folder, "readelf", "-d", f"made/heat{SUFFIX}").stdout
    assert total_in(folder / "made").startswith("100000.0")
    assert "no work to do" in run(folder, "ninja", "-C", "made").stdout


def test_flags_of_clang(folder):
    clang = shutil.which("clang++-19") or "clang++"
    (flags,) = run(folder, "parc", "config", "--cflags", "--cpu=x86-64-v3", PARC_CXX=clang).stdout.splitlines()
    (libs,) = run(folder, "parc", "config", "--libs").stdout.splitlines()
    run(folder, "parc", "emit", "--cpu=x86-64-v3", "-o", "heat.cpp", "heat.py")
    run(folder, clang, *flags.split(), "-c", "heat.cpp")
    run(folder, clang, "-o", f"heat{SUFFIX}", "heat.o", *libs.split())
    shutil.copy(run(folder, "parc", "config", "--resources").stdout.strip() + "/libomp.so.5", folder)
    assert total_in(folder).startswith("100000.0")
    defined = run(folder, "nm", "-D", "--defined-only", f"heat{SUFFIX}").stdout.split()
    assert [name for name in defined if name.startswith("PyInit")] == ["PyInit_heat"]


def test_depfiles(folder):
    run(folder, "parc", "compile", "--quiet", "-o", "out.so", "--depfile", "a b.d", "heat.py")
    assert (folder / "a b.d").read_text() == "out.so: \\\n  heat.py \\\n  helper.py\n"
    spaced = folder / "with blank$"
    shutil.copytree(folder, spaced)
    run(folder, "parc", "emit", "-o", "heat.cpp", "--depfile", "heat.d", "with blank$/heat.py")
    text = (folder / "heat.d").read_text()
    assert text == "heat.cpp: \\\n  with\\ blank$$/heat.py \\\n  with\\ blank$$/helper.py\n"
    from parc._build_run import read_depfile

    assert read_depfile(folder / "heat.d") == ["with blank$/heat.py", "with blank$/helper.py"]


@pytest.mark.parametrize("words, message", [
    (["config"], "needs to know what to print"),
    (["config", "--cflags", "--cpu=portable"], "no flags make a portable module"),
    (["compile", "--depfile", "d", "heat.py", "helper.py"], "--depfile is for one module"),
    (["emit", "--depfile", "d", "heat.py"], "--depfile needs -o"),
])
def test_wrong_use(words, message, folder):
    done = run(folder, "parc", *words, check=False)
    assert done.returncode == 2 and "PAR0007" in done.stderr and message in done.stderr


def test_answers_that_need_missing_files(folder):
    done = run(folder, "parc", "config", "--libs", check=False, PARC_RESOURCE_DIR=str(folder))
    assert done.returncode == 1 and "PAR0804" in done.stderr


def test_module_that_will_be_beside_its_source(folder):
    (folder / "made").mkdir()
    run(folder, "parc", "compile", "--quiet", "--beside-source", "-o", "made/heat.so", "heat.py")
    run(folder, "parc", "compile", "--quiet", "-o", "heat.so", "heat.py")
    assert (folder / "made/heat.so").read_bytes() == (folder / "heat.so").read_bytes()


def test_cmake(folder):
    (folder / "CMakeLists.txt").write_text(
        "cmake_minimum_required(VERSION 3.20)\nproject(heat LANGUAGES NONE)\nfind_package(parc CONFIG REQUIRED)\n"
        "parc_add_module(heat heat.py CPU native DESTINATION .)\n")
    cmakedir = run(folder, "parc", "config", "--cmakedir").stdout.strip()
    run(folder, "cmake", "-G", "Ninja", "-B", "made", "-S", ".", f"-Dparc_DIR={cmakedir}", f"-DCMAKE_INSTALL_PREFIX={folder}/out")
    run(folder, "cmake", "--build", "made")
    run(folder, "cmake", "--install", "made")
    names = sorted(path.name for path in (folder / "out").iterdir())
    assert names == sorted([f"heat{SUFFIX}", "heat.py", "heat.pyi", "libomp.so.5"])
    shutil.copy(folder / "helper.py", folder / "out")
    assert total_in(folder / "out").startswith("100000.0")
    assert "no work to do" in run(folder, "cmake", "--build", "made").stdout
    (folder / "helper.py").write_text(HELPER.replace("2.0", "4.0"))
    assert "Compiling heat.py" in run(folder, "cmake", "--build", "made").stdout
