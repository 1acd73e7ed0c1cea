"""The type checkers and the linter of this environment, and what they say."""
import os
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
BIN = pathlib.Path(sys.executable).parent


def run(folder, *command, ok=True):
    """Runs the command in the folder; its output. `ok` says whether it has to succeed."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("MYPY", "PYRIGHT", "RUFF", "PARC_"))}
    environment["PYRIGHT_PYTHON_IGNORE_WARNINGS"] = "1"  # else it asks a registry for its newest version
    environment["MYPY_CACHE_DIR"] = str(ROOT / "build" / "mypy_cache")
    done = subprocess.run([*map(str, command)], cwd=folder, env=environment, capture_output=True, text=True,
                          timeout=250, stdin=subprocess.DEVNULL)
    assert (done.returncode == 0) == ok, (done.stdout + done.stderr)[:4000]
    return done.stdout


def mypy(folder, *arguments, ok=True):
    return run(folder, sys.executable, "-m", "mypy", "--no-error-summary", "--show-error-codes", *arguments, ok=ok)


def pyright(folder, *arguments, ok=True):
    return run(folder, BIN / "pyright", "--pythonpath", sys.executable, *arguments, ok=ok)


def ruff(folder, *arguments, ok=True):
    options = ("--isolated", "--no-cache", "--output-format", "concise")
    return run(folder, BIN / "ruff", "check", *options, *arguments, ok=ok)


def stubtest(folder, *arguments, ok=True):
    return run(folder, sys.executable, "-m", "mypy.stubtest", "--concise", *arguments, ok=ok)
