"""Building packages as their authors do, and interpreters that know nothing but what is installed into them."""
import os
import pathlib
import shutil
import subprocess
import sys
import tomllib
import zipfile

import numpy
import parc
import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "samples" / "package"


class Builder:
    """Runs build tools with the interpreter of the tests."""

    def __init__(self, entry_points):
        self.entry_points = entry_points

    def environment(self, **more):
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("PARC_", "OMP_", "PIP_", "PYTHON"))}
        paths = [str(self.entry_points), str(ROOT / "python")]
        beside = pathlib.Path(sys.executable).parent
        kept["PATH"] = f"{beside}{os.pathsep}{kept['PATH']}"
        return kept | {"PYTHONPATH": os.pathsep.join(paths), "PYTHONDONTWRITEBYTECODE": "1"} | more

    def run(self, project, *words, check=0, **more):
        done = subprocess.run([sys.executable, *map(str, words)], cwd=project, env=self.environment(**more),
                              capture_output=True, text=True, timeout=280)
        done.text = done.stdout + done.stderr
        if check is not None:
            assert done.returncode == check, done.text
        return done

    def wheel(self, project, check=0, **more):
        """The wheel of a project, and what was said while it was built."""
        out = project / "dist"
        shutil.rmtree(out, ignore_errors=True)
        code = "import sys; from build.__main__ import main; main(sys.argv[1:])"
        words = ["--wheel", "--no-isolation", "--skip-dependency-check", "--outdir", out, "."]
        done = self.run(project, "-c", code, *words, check=check, **more)
        wheels = list(out.glob("*.whl")) if out.exists() else []
        return (wheels[0] if wheels else None), done.text


class Installed:
    """A fresh environment with one wheel and NumPy, and without parc."""

    def __init__(self, folder, wheel, only_numpy):
        self.folder = folder
        subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder], check=True)
        self.python = folder / "bin" / "python"
        self.site = next(folder.glob("lib/python3*/site-packages"))
        (self.site / "only_numpy.pth").write_text(f"{only_numpy}\n")
        subprocess.run([sys.executable, "-m", "pip", f"--python={self.python}", "install", "--quiet", "--no-deps",
                        "--no-index", "--no-cache-dir", "--disable-pip-version-check", wheel], check=True)

    def run(self, code, **more):
        done = subprocess.run([self.python, "-c", code], cwd=self.folder, capture_output=True, text=True, timeout=120,
                              env={"PATH": "/nowhere", "PARC_SMALL": "0"} | more)
        assert done.returncode == 0, done.stderr
        return done.stdout


@pytest.fixture(scope="session")
def builder(tmp_path_factory):
    """What an installed parc tells build tools, for the package in this checkout."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    groups = [f"[{group}]\n" + "".join(f"{name} = {place}\n" for name, place in points.items())
              for group, points in project["entry-points"].items()]
    folder = tmp_path_factory.mktemp("entry_points")
    info = folder / f"parc_compiler-{parc.__version__}.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {project['name']}\nVersion: {parc.__version__}\n")
    (info / "entry_points.txt").write_text("\n".join(groups))
    return Builder(folder)


@pytest.fixture(scope="session")
def only_numpy(tmp_path_factory):
    folder = tmp_path_factory.mktemp("only_numpy")
    site = pathlib.Path(numpy.__file__).parents[1]
    for name in ("numpy", "numpy.libs"):
        if (site / name).exists():
            (folder / name).symlink_to(site / name)
    return folder


@pytest.fixture
def install(tmp_path, only_numpy):
    return lambda wheel: Installed(tmp_path / "fresh", wheel, only_numpy)


def copy_sample(variant, folder):
    """The sample package with the build files of a variant, "." for those beside its README."""
    project = folder / "terrain-project"
    project.mkdir()
    for path in (SAMPLE / variant).iterdir():
        if path.is_file():
            shutil.copy(path, project)
    shutil.copytree(SAMPLE / "src", project / "src", ignore=shutil.ignore_patterns("__pycache__", "*.so*", "*.pyi"))
    return project


def names_in(wheel):
    with zipfile.ZipFile(wheel) as archive:
        return sorted(name for name in archive.namelist() if ".dist-info/" not in name and not name.endswith("/"))


def read_from(wheel, ending):
    with zipfile.ZipFile(wheel) as archive:
        (name,) = [name for name in archive.namelist() if name.endswith(ending)]
        return archive.read(name)
