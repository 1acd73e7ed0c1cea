"""`parc run SCRIPT`: runs a script with its par loops, and those of the modules beside it, compiled."""

import importlib.util
import os
import pathlib
import sys

from parc import importer
from parc._errors import CompileError
from parc._kernel import is_disabled
from parc._look import may_have_par

SCRIPT = "PARC_SCRIPT"  # in the environment: the script that runs


def run(path, name="__main__"):
    """Runs the file as `python FILE` does; gives the module."""
    names = [file.stem for file in pathlib.Path(path).absolute().parent.iterdir() if _is_module(file)]
    if names:
        importer.install(*names)
    if may_have_par(path) and not is_disabled():
        loader = importer.NativeLoader(name, path, {})
    else:
        loader = importer.PythonLoader(name, path)
    spec = importlib.util.spec_from_file_location(name, path, loader=loader)
    module = importlib.util.module_from_spec(spec)
    # Processes that multiprocessing spawns import the main module by its name, and this name leads back here.
    module.__spec__ = importlib.util.find_spec("parc._spawned")
    os.environ[SCRIPT] = os.path.abspath(path)
    sys.modules[name] = module
    loader.exec_module(module)
    return module


def _is_module(file):
    return (file.suffix == ".py" or (file / "__init__.py").exists()) and file.stem.isidentifier()


def main():
    script = sys.argv[1]
    if not os.path.isfile(script):
        sys.exit(f"parc: {script} is no file")
    sys.argv[:] = sys.argv[1:]
    sys.path.insert(0, os.path.dirname(os.path.abspath(script)))
    try:
        run(script)
    except CompileError as error:
        sys.stderr.write(error.report.text(color=sys.stderr.isatty()) if error.report else f"parc: {error}\n")
        sys.exit(1)

