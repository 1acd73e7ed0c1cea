"""`python -m parc`: the command `parc`, for the interpreter that runs this."""

import os
import pathlib
import shutil
import sys


def find_command():
    """The `parc` shipped in this package, the one beside the interpreter, or the first on the path."""
    places = (pathlib.Path(__file__).parent / "bin", pathlib.Path(sys.executable).parent)
    for place in places:
        if os.access(place / "parc", os.X_OK):
            return str(place / "parc")
    return shutil.which("parc")


def main():
    command = find_command()
    if command is None:
        sys.exit("parc: the compiler is not installed beside this package")
    os.environ.setdefault("PARC_PYTHON", sys.executable)
    os.execv(command, [command, *sys.argv[1:]])


if __name__ == "__main__":
    main()
