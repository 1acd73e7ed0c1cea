"""The sample package on every CPython for which there is a wheel of parc in the folder PARC_WHEELS.

Its build tools and NumPy come from the package index. Each wheel of the sample is built as its authors would, and runs
in an environment with NumPy only.
"""
import os
import pathlib
import re
import shutil
import subprocess

import pytest
from conftest import copy_sample, names_in
from test_wheels import NATIVE, PLAIN

WHEELS = os.environ.get("PARC_WHEELS")
VARIANTS = (".", "setup_py", "hatch", "cmake")
TOOLS = ("setuptools", "wheel", "hatchling", "scikit-build-core", "ninja")
pytestmark = pytest.mark.timeout(900)


def found():
    """Pairs of an interpreter of this machine and the wheel of parc for it."""
    pairs = []
    for wheel in sorted(pathlib.Path(WHEELS or os.devnull).glob("parc_compiler-*.whl")):
        minor = re.search(r"-cp3(\d+)-", wheel.name)[1]
        python = working(f"python3.{minor}")
        if python:
            pairs.append(pytest.param(python, wheel.resolve(), id=f"3.{minor}"))
    return pairs


def working(name):
    """The program of that name, unless it only stands for one that is not there."""
    path = shutil.which(name)
    return path if path and subprocess.run([path, "-c", ""], capture_output=True).returncode == 0 else None


def run(*words, cwd=None, **variables):
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("PARC_", "OMP_", "PYTHON"))} | variables
    done = subprocess.run(list(map(str, words)), cwd=cwd, env=environment, capture_output=True, text=True, timeout=600)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def environment(python, folder, *packages):
    run(python, "-m", "venv", folder)
    made = folder / "bin" / "python"
    run(made, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *packages)
    return made


@pytest.mark.skipif(not WHEELS, reason="PARC_WHEELS names no folder with wheels of parc")
@pytest.mark.parametrize("python, parc", found())
def test_every_variant(python, parc, tmp_path):
    builder = environment(python, tmp_path / "builder", parc, *TOOLS)
    user = environment(python, tmp_path / "user", "numpy>=2")
    for variant in VARIANTS:
        folder = tmp_path / f"variant-{variant.strip('.')}"
        folder.mkdir()
        project = copy_sample(variant, folder)
        tools = os.pathsep.join([str(builder.parent), os.environ["PATH"]])
        run(builder, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "-w", folder, project, PATH=tools)
        use(user, next(folder.glob("*.whl")))
    # As `pip install` does it for one who has not got the tools.
    run(user, "-m", "pip", "wheel", "--quiet", "--no-deps", "--find-links", WHEELS, "-w", tmp_path, project)
    use(user, next(tmp_path.glob("terrain-*.whl")))


def use(user, wheel):
    assert len([name for name in names_in(wheel) if name.endswith(".so")]) == 2
    run(user, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--force-reinstall", wheel)
    folder = user.parent.parent
    native = run(user, "-I", "-c", NATIVE, cwd=folder, PATH="/nowhere", PARC_SMALL="0")
    assert native == run(user, "-I", "-c", PLAIN, cwd=folder, PATH="/nowhere")
    assert "parc" not in run(user, "-m", "pip", "list")
