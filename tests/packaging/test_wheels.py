"""Wheels of the sample package, built in all ways, hold what they should and run where nothing else is installed."""
import re
import subprocess
import sys
import sysconfig

import pytest
from conftest import SAMPLE, copy_sample, names_in, read_from

SUFFIX = sysconfig.get_config_var("EXT_SUFFIX")
TAG = f"cp{sys.version_info[0]}{sys.version_info[1]}"
FILES = sorted(
    [f"terrain/{path.name}" for path in (SAMPLE / "src" / "terrain").iterdir() if path.suffix in (".py", ".typed")]
    + [f"terrain/{name}{ending}" for name in ("slope", "water") for ending in (SUFFIX, ".pyi")]
    + ["terrain/libomp.so.5"]
)
PROGRAM = """
import numpy as np, sys, terrain
from terrain import slope, water
rng = np.random.default_rng(3)
height = np.add.outer(np.arange(60.0), 2.0 * np.arange(50.0)) + rng.integers(0, 8, (60, 50)) / 8
print(terrain.describe(height, 2.0, 40.0), terrain.raise_level(height, 5000.0, 0.5), water.lowest(height))
"""
NATIVE = PROGRAM + """
assert sys.modules["parc"].__spec__ is None
assert sorted(slope.__parc_native__) == ["aspect_counts", "slopes"], slope.__parc_native__
assert slope.__file__.endswith(".so") and slope.__parc_cpu__.startswith("x86-64-v")
assert len({line.split()[-1] for line in open("/proc/self/maps") if "libomp" in line}) == 1
"""
PLAIN = PROGRAM.replace("import numpy", "import os; os.environ['PARC_DISABLE'] = '1'\nimport numpy")


@pytest.mark.parametrize("variant", [".", "setup_py", "hatch", "cmake"])
def test_variant(variant, builder, install, tmp_path):
    wheel, text = builder.wheel(copy_sample(variant, tmp_path))
    assert re.fullmatch(rf"terrain-1\.0-{TAG}-{TAG}-linux_x86_64\.whl", wheel.name), text
    assert names_in(wheel) == FILES
    assert read_from(wheel, "terrain/water.py") == (SAMPLE / "src" / "terrain" / "water.py").read_bytes()
    assert b"Root-Is-Purelib: false" in read_from(wheel, ".dist-info/WHEEL")
    fresh = install(wheel)
    native = fresh.run(NATIVE)
    assert native == fresh.run(PLAIN) and "south-west" not in native
    module = next(fresh.site.glob("terrain/slope.*.so"))
    needed = subprocess.run(["ldd", module], capture_output=True, text=True, check=True).stdout
    assert f"libomp.so.5 => {module.parent}" in needed and "gomp" not in needed


def test_two_packages_share_one_openmp(builder, install, tmp_path):
    wheel, _ = builder.wheel(copy_sample(".", tmp_path))
    second = tmp_path / "second"
    second.mkdir()
    (second / "pyproject.toml").write_text(
        '[project]\nname = "second"\nversion = "1"\n[tool.parc]\nmodules = ["second/*.py"]\n')
    (second / "second").mkdir()
    (second / "second" / "__init__.py").write_text("")
    (second / "second" / "sums.py").write_text(
        "def total(n: int) -> int:\n    s = 0\n    par i in range(n):\n        s += i\n    return s\n")
    other, _ = builder.wheel(second)
    fresh = install(wheel)
    subprocess.run([sys.executable, "-m", "pip", f"--python={fresh.python}", "install", "--quiet", "--no-deps",
                    "--no-index", "--no-cache-dir", other], check=True)
    fresh.run(NATIVE.replace("import numpy", "import second.sums; assert second.sums.total(10**5) == 4999950000\nimport numpy"))


@pytest.mark.parametrize("variant", [".", "hatch"])
def test_pure_wheel(variant, builder, install, tmp_path):
    wheel, text = builder.wheel(copy_sample(variant, tmp_path), PARC_PURE="1")
    assert wheel.name == "terrain-1.0-py3-none-any.whl", text
    assert not [name for name in names_in(wheel) if ".so" in name]
    assert b"    for i in range(height.shape[0]):" in read_from(wheel, "terrain/water.py")
    assert b"from terrain._parc_plain import par" in read_from(wheel, "terrain/slope.py")
    fresh = install(wheel)
    pure = fresh.run(PROGRAM + "assert 'parc' not in sys.modules\nassert slope.__file__.endswith('.py')\n")
    native, _ = builder.wheel(copy_sample(variant, _new(tmp_path / "native")))
    other = type(fresh)(tmp_path / "native" / "fresh", native, next(fresh.site.glob("*.pth")).read_text().strip())
    assert other.run(NATIVE) == pure


def _new(folder):
    folder.mkdir()
    return folder


def test_auditwheel(builder, tmp_path):
    wheel, _ = builder.wheel(copy_sample(".", tmp_path))
    shown = builder.run(tmp_path, "-m", "auditwheel", "show", wheel).text
    assert "manylinux" in shown and "libgomp" not in shown, shown
    builder.run(tmp_path, "-m", "auditwheel", "repair", "--exclude", "libomp.so.5", "-w", tmp_path / "repaired", wheel)
    (repaired,) = (tmp_path / "repaired").glob("*.whl")
    assert names_in(repaired) == FILES and "manylinux" in repaired.name
