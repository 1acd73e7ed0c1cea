"""The wheel of parc itself: built once, and installed into a fresh environment beside NumPy."""
import importlib.util
import os
import pathlib
import subprocess
import sys

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
# What the wheel works with in the environment, as links: the tests need no package registry.
NEIGHBOURS = ("numpy", "numpy.libs", "numba", "llvmlite", "llvmlite.libs")


@pytest.fixture(scope="session")
def wheel(tmp_path_factory):
    """The path of the wheel: PARC_WHEEL, else one for this interpreter, which takes seconds after `make build`."""
    if "PARC_WHEEL" in os.environ:
        return pathlib.Path(os.environ["PARC_WHEEL"])
    if importlib.util.find_spec("scikit_build_core") is None:
        pytest.skip("scikit-build-core is not installed")
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-build-isolation", "--no-deps", "--no-index"]
    done = subprocess.run([*command, "--wheel-dir", folder, "."], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return next(folder.glob("*.whl"))


class Environment:
    """A virtual environment, on a machine without compilers: its PATH has an empty folder only."""

    def __init__(self, folder):
        self.folder = folder
        self.bin = folder / "bin"
        self.empty = folder / "empty"
        self.empty.mkdir()
        self.variables = {"PATH": str(self.empty), "PARC_CACHE_DIR": str(folder / "cache")}

    @property
    def package(self):
        return next(self.folder.glob("lib/python*/site-packages")) / "parc"

    def run(self, *words, cwd, **variables):
        """Runs a command of the environment's bin folder."""
        return subprocess.run(
            [self.bin / words[0], *words[1:]],
            cwd=cwd,
            env=self.variables | variables,
            capture_output=True,
            text=True,
            timeout=120,
        )

    def python(self, text, cwd, **variables):
        """What a program prints."""
        done = self.run("python", "-c", text, cwd=cwd, **variables)
        assert done.returncode == 0, done.stderr
        return done.stdout


@pytest.fixture(scope="session")
def environment(wheel, tmp_path_factory):
    folder = tmp_path_factory.mktemp("environment")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder], check=True)
    pip = [sys.executable, "-m", "pip", "--python", folder / "bin" / "python", "--disable-pip-version-check"]
    subprocess.run([*pip, "install", "--quiet", "--no-deps", "--no-index", wheel], check=True)
    made = Environment(folder)
    site = pathlib.Path(importlib.util.find_spec("numpy").origin).parents[1]
    for name in NEIGHBOURS:
        if (site / name).exists():
            (made.package.parent / name).symlink_to(site / name)
    return made
