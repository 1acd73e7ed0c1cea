"""The command under test, and a small program that compiles."""
import os
import pathlib
import subprocess
import sysconfig

import pytest
from parc_command import parc_command

ROOT = pathlib.Path(__file__).resolve().parents[2]
SUFFIX = sysconfig.get_config_var("EXT_SUFFIX")

HEAT = '''"""A stencil."""
from parc import par
import numpy as np
from numpy.typing import NDArray


def step(out: NDArray[np.float64], a: NDArray[np.float64]) -> None:
    for i in par(range(1, len(a) - 1)):
        out[i] = 0.25 * (a[i - 1] + 2.0 * a[i] + a[i + 1])


def total(a: NDArray[np.float64]) -> float:
    s = 0.0
    for i in par(range(len(a))):
        s += a[i]
    return s
'''

REFUSED = '''from parc import par
import numpy as np
from numpy.typing import NDArray


def prefix(a: NDArray[np.float64]) -> None:
    for i in par(range(1, len(a))):
        a[i] = 0.5 * a[i - 1]
'''


class Parc:
    """Runs the command in a folder."""

    def __init__(self, folder):
        self.folder = folder

    def __call__(self, *arguments, check=None, env=None, cwd=None):
        environment = {k: v for k, v in os.environ.items() if k not in ("PARC_CXX", "NO_COLOR")}
        environment.update(env or {})
        done = subprocess.run([parc_command(), *map(str, arguments)], cwd=cwd or self.folder, env=environment,
                              capture_output=True, text=True, timeout=120, stdin=subprocess.DEVNULL)
        if check is not None:
            assert done.returncode == check, done.stdout + done.stderr
        return done

    def write(self, name, text):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def names(self, folder="."):
        return sorted(path.name for path in (self.folder / folder).iterdir())


@pytest.fixture
def parc(tmp_path):
    return Parc(tmp_path)
