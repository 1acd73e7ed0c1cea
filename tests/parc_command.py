"""The `parc` to test."""
import os
import pathlib
import shutil
import sys

ROOT = pathlib.Path(__file__).resolve().parents[1]


def parc_command():
    """What `PARC_COMMAND` names, the one beside this interpreter, or the project's own; None when there is none."""
    beside = pathlib.Path(sys.executable).parent / "parc"
    for found in (os.environ.get("PARC_COMMAND"), beside, ROOT / ".venv" / "bin" / "parc"):
        if found and pathlib.Path(found).exists():
            return str(found)
    return shutil.which("parc")
