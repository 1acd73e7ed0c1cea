"""Every sample compiles and gives identical results plain and native at 1, 2 and 7 threads."""
import pathlib
import subprocess
import sys

import pytest

SAMPLES = pathlib.Path(__file__).resolve().parent.parent.parent / "samples"
# Plain Python takes its time on a busy machine.
pytestmark = pytest.mark.timeout(600)

NAMES = sorted(script.parent.name for script in SAMPLES.glob("*/run.py"))


@pytest.mark.parametrize("name", NAMES)
def test_sample(name):
    script = SAMPLES / name / "run.py"
    done = subprocess.run([sys.executable, str(script), "--compile"], capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "results: identical" in done.stdout and "DIFFERENT" not in done.stdout, done.stdout


def test_every_sample_has_its_parts():
    for name in NAMES:
        for part in ("README.md", "run.py", f"{name}.py"):
            assert (SAMPLES / name / part).is_file(), f"samples/{name}/{part} is missing"
