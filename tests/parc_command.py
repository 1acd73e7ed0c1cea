"""The `parc` to test, and what it links into modules."""
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


def resources():
    """The folder with libparc_runtime.a and libomp.so.5: `PARC_RESOURCES`, else that of the newest build."""
    if "PARC_RESOURCES" in os.environ:
        return pathlib.Path(os.environ["PARC_RESOURCES"])
    found = sorted((ROOT / "build").glob("*/lib/parc/libparc_runtime.a"), key=lambda p: p.stat().st_mtime)
    return found[-1].parent if found else None
