"""`parc run SCRIPT`: runs a script with its par loops, and those of the modules beside it, compiled."""

import importlib.util
import os
import pathlib
import runpy
import sys

from parc import importer
from parc._errors import CompileError
from parc._kernel import is_disabled
from parc._look import may_have_par


def run(path):
    """Runs the file as `python FILE` does."""
    names = [file.stem for file in pathlib.Path(path).absolute().parent.iterdir() if _is_module(file)]
    if names:
        importer.install(*names)
    if is_disabled():
        loader = importer.PythonLoader("__main__", path)
    elif may_have_par(path):
        loader = importer.NativeLoader("__main__", path, {})
    else:
        runpy.run_path(path, run_name="__main__")
        return
    spec = importlib.util.spec_from_file_location("__main__", path, loader=loader)
    module = importlib.util.module_from_spec(spec)
    sys.modules["__main__"] = module
    loader.exec_module(module)


def _is_module(file):
    return (file.suffix == ".py" or (file / "__init__.py").exists()) and file.stem.isidentifier()


def main():
    script = sys.argv[1]
    if not os.path.isfile(script):
        sys.exit(f"parc: {script} is no file")
    sys.argv[:] = sys.argv[1:]
    sys.path[0] = os.path.dirname(os.path.abspath(script))
    try:
        run(script)
    except CompileError as error:
        sys.stderr.write(error.report.text(color=sys.stderr.isatty()) if error.report else f"parc: {error}\n")
        sys.exit(1)


if __name__ == "__main__":
    main()
